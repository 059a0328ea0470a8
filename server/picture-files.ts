import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileOf, type PictureFormat } from "@/domain/pictures";
import { environment } from "@/environment";

const types: Record<PictureFormat, string> = { webp: "image/webp", jpg: "image/jpeg" };

/** Where the files of pictures lie. */
export const mediaFolder = (): string => join(environment().dataFolder, "media");

const notThere = () =>
  new Response("There is no such picture.\n", {
    status: 404,
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });

/** Answers one file of a picture to those whom `may` lets see it, and 404 to everybody else, who cannot tell a picture
 * that is not there from one that is not for them. */
export async function answerPicture(
  asked: string,
  request: Request,
  may: (name: string) => Promise<boolean>,
  cacheControl: string,
): Promise<Response> {
  const file = fileOf(asked);
  if (!file || !(await may(file.name))) return notThere();
  // The name is random and its file is never written anew, so the name says all that a checksum would.
  const headers = {
    etag: `"${asked}"`,
    "content-type": types[file.format],
    "cache-control": cacheControl,
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
    "cross-origin-resource-policy": "same-origin",
  };
  const held = request.headers.get("if-none-match")?.split(/\s*,\s*/) ?? [];
  if (held.includes(headers.etag) || held.includes(`W/${headers.etag}`))
    return new Response(null, { status: 304, headers });
  const bytes = await bytesOf(`${file.name}-${file.width}.${file.format}`);
  return bytes ? new Response(new Uint8Array(bytes), { status: 200, headers }) : notThere();
}

async function bytesOf(name: string): Promise<Buffer | null> {
  try {
    return await readFile(join(mediaFolder(), name));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
