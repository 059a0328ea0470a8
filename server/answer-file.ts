import { isEvidenceName, rangeAsked } from "@/domain/evidence-files";
import { storage } from "./storage/storage";

type Found = { readonly name: string; readonly type: string; readonly title: string };

const notThere = () =>
  new Response("There is no such file.\n", {
    status: 404,
    headers: {
      "content-type": "text/plain; charset=utf-8",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });

/** Answers a file, or the part of it that is asked for, to whoever `find` finds it for: asked anew for every request,
 * also for the next few seconds of a recording that is playing. */
export async function answerFile(
  room: "evidence" | "documents",
  asked: string,
  request: Request,
  find: (name: string) => Promise<Found | null>,
): Promise<Response> {
  const found = isEvidenceName(asked) ? await find(asked) : null;
  const key = `${room}/${asked}`;
  const kept = await storage();
  const size = found ? await kept.size(key) : null;
  if (!found || size === null) return notThere();
  const part = rangeAsked(request.headers.get("range"), size);
  const headers = headersFor(found);
  if (part === "none")
    return new Response(null, { status: 416, headers: { ...headers, "content-range": `bytes */${size}` } });
  const range = part === "whole" ? undefined : part;
  const length = range ? range.end - range.start + 1 : size;
  const body = request.method === "HEAD" ? null : await kept.read(key, range);
  return new Response(body, {
    status: range ? 206 : 200,
    headers: {
      ...headers,
      "content-length": String(length),
      ...(range && { "content-range": `bytes ${range.start}-${range.end}/${size}` }),
    },
  });
}

const headersFor = ({ name, type, title }: Found): Record<string, string> => ({
  "content-type": type,
  "accept-ranges": "bytes",
  // Kept by nobody: the next one to ask may be somebody else, or the same person with fewer rights.
  "cache-control": "private, no-store",
  "x-content-type-options": "nosniff",
  // A PDF is shown by the browser's own viewer, which a sandbox would shut out; it runs nothing of this site.
  "content-security-policy":
    type === "application/pdf"
      ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
      : "default-src 'none'; media-src 'self'; img-src 'self'; sandbox",
  "cross-origin-resource-policy": "same-origin",
  "content-disposition": `inline; filename*=UTF-8''${encodeURIComponent(fileName(title, name))}`,
});

/** The title as a file is saved under, with the ending of what it is. */
function fileName(title: string, name: string): string {
  const ending = name.slice(name.lastIndexOf("."));
  const plain =
    title
      .replace(/[\p{Cc}/\\:*?"<>|]/gu, " ")
      .trim()
      .slice(0, 120) || "file";
  return plain.toLowerCase().endsWith(ending) ? plain : `${plain}${ending}`;
}
