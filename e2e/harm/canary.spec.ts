import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { database } from "@/db/client";
import { newId } from "@/db/schema/columns";
import { sources } from "@/db/schema/sources";
import { expect, type Page, test } from "../newsroom";
import { browserStorage } from "./browser-storage";
import { callDirectly } from "./direct-calls";

const canary = `Ottilie Fensbjerg${newId().slice(-8)}`;
/** The name as it might lie about: as it is, in hexadecimal, in base64 of each alignment, in two bytes a letter. */
const disguises = [
  Buffer.from(canary),
  Buffer.from(Buffer.from(canary).toString("hex")),
  Buffer.from(canary, "utf16le"),
  ...[0, 1, 2].map((skip) => Buffer.from(Buffer.from(canary.slice(skip)).toString("base64").slice(0, 16))),
];
const holds = (bytes: Buffer) => disguises.some((each) => bytes.includes(each));

const deskPages = (source: string) => [
  "/desk",
  "/desk/sources",
  `/desk/sources?q=${encodeURIComponent(canary)}`,
  `/desk/sources/${source}`,
  "/desk/quotes",
  `/desk/quotes?q=${encodeURIComponent(canary.split(" ")[0] ?? "")}`,
  "/desk/front",
  "/desk/replies",
  "/desk/people",
  "/desk/settings",
];
const sitePages = [
  "/",
  "/feed.xml",
  "/feed.atom",
  "/feed.json",
  "/sitemap.xml",
  "/news-sitemap.xml",
  "/corrections",
  "/about",
  "/search?q=Ottilie",
];

/** A search says back what was asked for, so what was asked is taken out before the answer is looked at. */
async function answers(page: Page, address: string): Promise<string> {
  const asked = decodeURIComponent(address.split("q=")[1] ?? "");
  const texts: string[] = [];
  for (const rsc of ["0", "1"]) {
    const headers: Record<string, string> = rsc === "1" ? { rsc } : {};
    const reply = await page.request.get(address, { headers });
    texts.push(await reply.text());
  }
  const text = texts.join("\n");
  return asked ? text.replaceAll(asked, "").replaceAll(encodeURIComponent(asked), "") : text;
}

/** Every row of every table of every schema, as the owner of all sees it. */
async function dump(): Promise<Buffer> {
  const sql = postgres(process.env.DATABASE_URL_OWNER ?? "", { max: 1, onnotice: () => {} });
  try {
    const tables = await sql<{ name: string }[]>`
      select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`;
    expect(tables.length).toBeGreaterThan(30);
    let all = "";
    for (const { name } of tables) {
      const rows = await sql.unsafe(`select t::text as line from ${name} t`);
      all += rows.map((row) => row.line).join("\n");
    }
    return Buffer.from(all);
  } finally {
    await sql.end();
  }
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : entry.isFile() ? [path] : [];
  });

test("a sealed name is nowhere but in the one reading of it", async ({ newsroom }) => {
  test.setTimeout(180_000);
  const reporter = await newsroom.person("reporter");
  const source = newId();
  await database().insert(sources).values({
    id: source,
    kind: "person",
    name: "Sandpiper",
    unnamed: true,
    publicDescription: "A senior official",
    createdBy: reporter.id,
  });
  const keeper = await newsroom.signedIn(reporter);
  await keeper.goto(`/desk/sources/${source}`);
  await keeper.getByText("Seal the name", { exact: true }).click();
  await keeper.getByLabel("Who it is").fill(canary);
  await keeper.getByLabel("How to reach them").fill(`c/o ${canary}`);
  await keeper.getByRole("button", { name: "Seal", exact: true }).click();
  await keeper.getByLabel("Why you need to read it").fill("To check the spelling");
  await keeper.getByRole("button", { name: "Show the name" }).click();
  await expect(keeper.getByText(canary, { exact: true })).toBeVisible();
  await keeper.getByRole("button", { name: "Hide it" }).click();
  await expect(keeper.getByText("To check the spelling")).toBeVisible();

  const found: string[] = [];
  const look = (where: string, what: string | Buffer) => {
    if (holds(typeof what === "string" ? Buffer.from(what) : what)) found.push(where);
  };
  look("the page after the reading", await keeper.content());
  look("the browser’s storage", await browserStorage(keeper));
  const people: Record<string, Page> = {
    keeper,
    reporter: await newsroom.signedIn(await newsroom.person("reporter")),
    editor: await newsroom.signedIn(await newsroom.person("editor")),
    admin: await newsroom.signedIn(await newsroom.person("admin")),
    reader: await newsroom.visitor(),
  };
  for (const [who, page] of Object.entries(people)) {
    const addresses = who === "reader" ? [...sitePages, ...deskPages(source)] : deskPages(source);
    for (const address of addresses) look(`${address} as ${who}`, await answers(page, address));
    for (const action of ["findSources", "quotesOf", "occasionsOf"]) {
      const given = [{ sourceId: source, text: "Sandpiper" }];
      look(`${action} as ${who}`, await callDirectly(page.request, action, given, { story: source }));
    }
    if (who === "keeper") continue;
    const given = [{ sourceId: source, why: "I am curious" }];
    look(`reveal as ${who}`, await callDirectly(page.request, "reveal", given, { story: source }));
  }
  look("the database", await dump());
  for (const file of filesBelow(process.env.VERBATIM_DATA ?? ".data"))
    if (statSync(file, { throwIfNoEntry: false })) look(file, readFileSync(file));
  expect(found).toEqual([]);
});
