import { readdirSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { rightsOfHandlers } from "@/domain/rights";
import { expect, type Page } from "../newsroom";

/** What stands in the addresses of the places that are looked at. */
export type Ids = {
  readonly story: string;
  readonly quote: string;
  readonly source: string;
  readonly token: string;
  /** The address of the published story: /section/slug. */
  readonly address: string;
};

export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : entry.isFile() ? [path] : [];
  });

/** Every page of a part of the app, as its folders have them: a page that is added is looked at from its first day. */
const pagesBelow = (folder: string): string[] =>
  filesBelow(folder)
    .filter((path) => path.endsWith("/page.tsx"))
    .map((path) => path.replace(/^app|\/page\.tsx$/g, "").replace(/\/\([^)]*\)/g, "") || "/");

const handlers = (isDesk: boolean): string[] =>
  Object.keys(rightsOfHandlers).flatMap((handler) => {
    const [method, path = ""] = handler.split(" ");
    return method === "GET" && path.startsWith("/desk") === isDesk ? [path] : [];
  });

/** Puts what is looked for in the place of each part of an address that is a variable. */
function filled(path: string, ids: Ids): string {
  const [section = "", slug = ""] = ids.address.split("/").slice(1);
  const of = /\/(quotes|sources)\/\[id\]/.exec(path)?.[1];
  const parts: Record<string, string> = {
    "[id]": of === "quotes" ? ids.quote : of === "sources" ? ids.source : ids.story,
    "[story]": ids.story,
    "[token]": ids.token,
    "[section]": section,
    "[slug]": slug,
  };
  return path.replace(/\[[^\]]+\]/g, (part) => parts[part] ?? "none");
}

/** Every page and every readable address of the desk, with the searches and views that show more than the page alone. */
export function deskAddresses(ids: Ids, words: readonly string[]): string[] {
  const plain = [...pagesBelow("app/desk"), ...handlers(true)].map((path) => filled(path, ids));
  const searches = words.flatMap((word) =>
    ["/desk/sources", "/desk/quotes", "/desk", "/desk/pictures", "/desk/trail"].map(
      (path) => `${path}?q=${encodeURIComponent(word)}`,
    ),
  );
  return [
    ...new Set(plain),
    ...searches,
    "/desk?view=list",
    "/desk?view=calendar",
    "/desk/trail?of=staff",
    "/desk/trail/export?of=staff",
    `/desk/stories/${ids.story}/review?view=since`,
    `/desk/stories/${ids.story}/review?view=sourcing`,
  ];
}

/** Every address of the newspaper that is not found by following links: feeds, maps, the API, searches. */
export const siteAddresses = (ids: Ids, words: readonly string[]): string[] => [
  "/",
  ids.address,
  `${ids.address}.json`,
  ...new Set([...pagesBelow("app/(site)"), ...handlers(false)].map((path) => filled(path, ids))),
  `/oembed?format=json&url=${encodeURIComponent(new URL(ids.address, process.env.BASE_URL ?? "").href)}`,
  ...words.map((word) => `/search?q=${encodeURIComponent(word)}`),
];

/** What an address answers, as a page and as the data of one. A search says back what was asked for, so that is taken
 * out before the answer is looked at. */
export async function answers(page: Page, address: string): Promise<string> {
  const asked = decodeURIComponent(address.split("q=")[1] ?? "");
  let text = "";
  for (const rsc of ["0", "1"]) {
    const headers: Record<string, string> = rsc === "1" ? { rsc } : {};
    const reply = await page.request.get(address, { headers, maxRedirects: 0 });
    text += `${JSON.stringify(reply.headers())}\n${(await reply.body()).toString("latin1")}\n`;
  }
  return asked ? text.replaceAll(asked, "").replaceAll(encodeURIComponent(asked), "") : text;
}

/** What the desk's stream says in its first moments. */
export const streamed = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const ended = new AbortController();
    setTimeout(() => ended.abort(), 1_000);
    let text = "";
    try {
      const headers = { accept: "text/event-stream" };
      const reply = await fetch("/desk/live", { headers, signal: ended.signal });
      const reader = reply.body?.pipeThrough(new TextDecoderStream()).getReader();
      for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read())
        text += piece.value;
    } catch {
      // It has no end of its own.
    }
    return text;
  });

/** Every row of every table of every schema, as the owner of all sees it: the outbox, notifications and trails among
 * them. By the name of the table. */
export async function tables(): Promise<Map<string, Buffer>> {
  const sql = postgres(process.env.DATABASE_URL_OWNER ?? "", { max: 1, onnotice: () => {} });
  try {
    const names = await sql<{ name: string }[]>`
      select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`;
    expect(names.length).toBeGreaterThan(30);
    const all = new Map<string, Buffer>();
    for (const { name } of names) {
      const rows = await sql.unsafe(`select t::text as line from ${name} t`);
      all.set(name, Buffer.from(rows.map((row) => row.line).join("\n")));
    }
    return all;
  } finally {
    await sql.end();
  }
}
