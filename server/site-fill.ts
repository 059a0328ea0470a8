import { frameHostsIn, readersPolicyFor } from "./policies";
import { type ReadyPage, readyPage } from "./ready-page";
import type { Rendered } from "./render";

/** Headers of Next's answer that a reader's page keeps; the rest are the outer server's to say. */
const passedOn = [
  "access-control-allow-origin",
  "location",
  "content-disposition",
  "content-language",
  "last-modified",
  "retry-after",
  "x-robots-tag",
];

/** Makes the ready page of what Next answered for a public address. */
export function siteFill(rendered: Rendered, common: readonly string[]): Promise<ReadyPage> {
  const type = String(rendered.headers["content-type"] ?? "");
  const headers = [...common];
  for (const name of passedOn) {
    const value = rendered.headers[name];
    if (value !== undefined) headers.push(name, String(value));
  }
  if (type.startsWith("text/html")) {
    const html = new TextDecoder().decode(rendered.body);
    headers.push("Content-Security-Policy", readersPolicyFor(frameHostsIn(html)));
  }
  return readyPage({ status: rendered.status, headers, body: rendered.body, type });
}

/** What a reader sees while the database cannot be read: never an old page. */
export function closedPage(common: readonly string[]): Promise<ReadyPage> {
  const words = "We cannot read our own pages just now. Nothing is lost; please try again in a minute.";
  return plainPage(503, words, [...common, "Retry-After", "10"]);
}

/** A page of one plain sentence. */
export function plainPage(status: number, sentence: string, headers: readonly string[]): Promise<ReadyPage> {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${sentence}</title><p>${sentence}</p></html>\n`;
  const all = [...headers, "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"];
  return readyPage({
    status,
    headers: all,
    body: new TextEncoder().encode(html),
    type: "text/html; charset=utf-8",
  });
}
