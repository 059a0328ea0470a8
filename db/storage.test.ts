import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "s3rver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bucketStorage } from "@/server/storage/bucket";
import { diskStorage } from "@/server/storage/disk";
import { checked, type Storage } from "@/server/storage/storage";

const folder = mkdtempSync(join(tmpdir(), "verbatim-storage-"));
const server = new S3rver({
  port: 0,
  address: "127.0.0.1",
  silent: true,
  directory: join(folder, "bucket"),
  configureBuckets: [{ name: "newsroom", configs: [] }],
});
let endpoint: string;

beforeAll(async () => {
  const { port } = await server.run();
  endpoint = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const bucket = (called = "newsroom") =>
  checked(bucketStorage({ name: called, endpoint, region: "us-east-1", keyId: "S3RVER", secret: "S3RVER" }));
const kinds: [string, () => Storage][] = [
  ["the data folder", () => checked(diskStorage(join(folder, "disk")))],
  ["a bucket, on a server that speaks S3", () => bucket()],
];
const text = async (stream: ReadableStream<Uint8Array> | null) => stream && new Response(stream).text();
const name = (letter: string) => letter.repeat(32);

async function finished(words: string): Promise<string> {
  const file = join(folder, "finished");
  await writeFile(file, words);
  return file;
}

describe.each(kinds)("%s", (_kind, open) => {
  it("keeps a finished file and takes the file away", async () => {
    const file = await finished("high water");
    await open().keep(`media/${name("a")}-480.webp`, file, "image/webp");
    expect(existsSync(file)).toBe(false);
    expect(await open().size(`media/${name("a")}-480.webp`)).toBe(10);
    expect(await text(await open().read(`media/${name("a")}-480.webp`))).toBe("high water");
  });

  it("answers a part of a file, both ends included", async () => {
    await open().keep(`evidence/${name("b")}.mp3`, await finished("0123456789"), "audio/mpeg");
    expect(await text(await open().read(`evidence/${name("b")}.mp3`, { start: 2, end: 5 }))).toBe("2345");
    expect(await text(await open().read(`evidence/${name("b")}.mp3`, { start: 9, end: 9 }))).toBe("9");
  });

  it("answers null for what is not there", async () => {
    expect(await open().size(`media/${name("c")}-480.webp`)).toBeNull();
    expect(await open().read(`media/${name("c")}-480.webp`)).toBeNull();
  });

  it("copies a file to another room, and removes one without the other", async () => {
    await open().keep(`evidence/${name("d")}.pdf`, await finished("%PDF-"), "application/pdf");
    await open().copy(`evidence/${name("d")}.pdf`, `documents/${name("e")}.pdf`);
    await open().remove(`documents/${name("e")}.pdf`);
    expect(await open().size(`documents/${name("e")}.pdf`)).toBeNull();
    expect(await open().size(`evidence/${name("d")}.pdf`)).toBe(5);
    await open().remove(`documents/${name("e")}.pdf`);
  });

  it.each([
    "",
    "secrets.json",
    "../secrets.json",
    `media/../${name("a")}.webp`,
    `media/${name("a")}`,
    "media/x.webp",
  ])("makes no path of %j", async (key) => {
    await expect(open().read(key)).rejects.toThrow("no key");
    await expect(open().keep(key, await finished("x"), "text/plain")).rejects.toThrow("no key");
    await expect(open().remove(key)).rejects.toThrow("no key");
  });
});

it("does not take a bucket that is not there for a file that is not there", async () => {
  await expect(bucket("elsewhere").read(`media/${name("a")}-480.webp`)).rejects.toThrow();
  await expect(
    bucket("elsewhere").keep(`media/${name("a")}-480.webp`, await finished("x"), "image/webp"),
  ).rejects.toThrow();
});
