import { fileOf, type PictureFormat } from "@/domain/pictures";
import { storage } from "../storage/storage";

const types: Record<PictureFormat, string> = { webp: "image/webp", jpg: "image/jpeg" };

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
  const key = `media/${file.name}-${file.width}.${file.format}`;
  const kept = await storage();
  if (request.method === "HEAD")
    return (await kept.size(key)) === null ? notThere() : new Response(null, { status: 200, headers });
  const bytes = await kept.read(key);
  return bytes ? new Response(bytes, { status: 200, headers }) : notThere();
}
