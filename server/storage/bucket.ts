import { createReadStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import type { Environment } from "@/environment";
import type { Storage } from "./storage";

const isMissing = (error: unknown): boolean =>
  error instanceof Error && ["NoSuchKey", "NotFound"].includes(error.name);

/** Files in a bucket that speaks S3: Amazon's, or any other's at `endpoint`. The bucket is private: readers get its
 * files through this server alone, which asks for each whether they may. */
export function bucketStorage(bucket: NonNullable<Environment["bucket"]>): Storage {
  const client = new S3Client({
    region: bucket.region,
    endpoint: bucket.endpoint,
    // The bucket's name in the path rather than in the host: what servers beside Amazon's understand.
    forcePathStyle: true,
    credentials: { accessKeyId: bucket.keyId, secretAccessKey: bucket.secret },
    maxAttempts: 3,
    // Check sums that only newer servers know are sent where one asks for them.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
  const at = (key: string) => ({ Bucket: bucket.name, Key: key });
  return {
    size: async (key) => {
      try {
        return (await client.send(new HeadObjectCommand(at(key)))).ContentLength ?? null;
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    keep: async (key, file, type) => {
      const { size } = await stat(file);
      await client.send(
        new PutObjectCommand({
          ...at(key),
          Body: createReadStream(file),
          ContentLength: size,
          ContentType: type,
        }),
      );
      await rm(file, { force: true });
    },
    read: async (key, range) => {
      try {
        const asked = range ? { Range: `bytes=${range.start}-${range.end}` } : {};
        const { Body } = await client.send(new GetObjectCommand({ ...at(key), ...asked }));
        return Body ? Body.transformToWebStream() : null;
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    copy: async (from, to) => {
      await client.send(new CopyObjectCommand({ ...at(to), CopySource: `${bucket.name}/${from}` }));
    },
    remove: async (key) => {
      await client.send(new DeleteObjectCommand(at(key)));
    },
  };
}
