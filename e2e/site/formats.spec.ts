import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { sql } from "drizzle-orm";
import jsonld from "jsonld";
import { validateXML } from "xmllint-wasm";
import { database } from "@/db/client";
import { type APIRequestContext, expect, ofDemonstration, test } from "../newsroom";
import { ninjsSchema } from "./schemas/ninjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const schema = (name: string) => ({
  fileName: name,
  contents: readFileSync(new URL(`schemas/${name}`, import.meta.url), "utf8"),
});

type Shown = { address: string; author: string; speaker: string; ref: string; hero: boolean };

/** A corrected story of the demonstration newsroom with a named speaker, by somebody. */
async function corrected(): Promise<Shown> {
  const [story] = await database().execute<Shown>(
    sql`select p.address, a.slug as author, q.speaker_slug as speaker, q.ref, p.document -> 'hero' <> 'null' as hero
        from publications p join publication_authors a using (story_id) join publication_quotes q using (story_id)
        join corrections c on c.story_id = p.story_id
        where p.withdrawn_at is null and q.ref is not null and q.speaker_slug is not null and p.${ofDemonstration}
        limit 1`,
  );
  if (!story) throw new Error("the demonstration newsroom has no corrected story with a named speaker");
  return story;
}

async function toldOn(request: APIRequestContext, address: string): Promise<object> {
  const html = await (await request.get(address)).text();
  const found = [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)];
  expect(`${address} ${found.length}`).toBe(`${address} 1`);
  return JSON.parse(found[0]?.[1] ?? "");
}

/** What TypeScript finds wrong with values against the declarations of schema.org's vocabulary (the package schema-dts is
 * made from it): a type or a property that schema.org does not know, or a value of another kind. */
function faultsAgainstVocabulary(values: readonly (readonly [kind: string, told: object])[]): string {
  // Within the clone, so that the package is found.
  const folder = mkdtempSync(join(root, ".data/vocabulary-"));
  const file = join(folder, "told.ts");
  const lines = values.map(
    ([kind, told], index) => `export const told${index}: WithContext<${kind}> = ${JSON.stringify(told)};`,
  );
  const kinds = [...new Set(values.map(([kind]) => kind))];
  writeFileSync(
    file,
    `import type { ${kinds.join(", ")}, WithContext } from "schema-dts";\n${lines.join("\n")}\n`,
  );
  const options =
    "--ignoreConfig --noEmit --strict --skipLibCheck --moduleResolution bundler --module esnext";
  try {
    execFileSync(join(root, "node_modules/.bin/tsc"), [...options.split(" "), file], { encoding: "utf8" });
    return "";
  } catch (error) {
    return error instanceof Error && "stdout" in error ? String(error.stdout) : String(error);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Reads it as any program that knows JSON-LD would, without asking schema.org: a program that is told a name without a
 * meaning drops it, and `safe` says so. */
const readAsLinkedData = (told: object) =>
  jsonld.expand(
    told as jsonld.JsonLdDocument,
    {
      safe: true,
      documentLoader: async (url) => {
        if (!/^https:\/\/schema\.org\/?$/.test(url))
          throw new Error(`nothing else is asked for, and not ${url}`);
        return {
          documentUrl: url,
          document: { "@context": { "@vocab": "https://schema.org/" } },
        };
      },
    } as jsonld.Options.Expand,
  );

test("what pages tell other programs is JSON-LD in schema.org's own words", async ({ request }) => {
  const story = await corrected();
  const pages = [
    ["WebSite", "/"],
    ["NewsMediaOrganization", "/about"],
    ["NewsArticle", story.address],
    ["ProfilePage", `/by/${story.author}`],
    ["CollectionPage", `/said/${story.speaker}`],
    ["Quotation", `/quote/${story.ref}`],
  ] as const;
  const values: [string, object][] = [];
  for (const [kind, address] of pages) {
    const told = await toldOn(request, address);
    values.push([kind, told]);
    const [read] = await readAsLinkedData(told);
    expect(read?.["@type"], address).toEqual([`https://schema.org/${kind}`]);
  }
  expect(faultsAgainstVocabulary(values)).toBe("");
  const [article] = await readAsLinkedData(await toldOn(request, story.address));
  for (const name of ["headline", "datePublished", "author", "publisher", "correction", "hasPart"]) {
    expect(article?.[`https://schema.org/${name}`], name).toBeTruthy();
  }
  // And the same two would have found a slip.
  expect(faultsAgainstVocabulary([["Quotation", { "@type": "Quotation", spoken: "x" }]])).toContain("spoken");
});

test("the sitemaps and the feeds are XML as their schemas have it", async ({ request }) => {
  const sitemap = {
    fileName: "sitemap.xsd",
    contents: readFileSync(join(root, "node_modules/sitemap/schema/sitemap.xsd"), "utf8"),
  };
  const faults = async (address: string, ...given: { fileName: string; contents: string }[]) => {
    const reply = await request.get(address);
    expect(`${address} ${reply.status()}`).toBe(`${address} 200`);
    const contents = await reply.text();
    const [main, ...preload] = given;
    const asked = main ? { schema: main, preload } : { normalization: "format" as const };
    const { errors } = await validateXML({ xml: { fileName: "told.xml", contents }, ...asked });
    return errors.map((error) => `${address}: ${error.message}`);
  };
  const index = await (await request.get("/sitemap.xml")).text();
  const parts = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    (match) => new URL((match[1] ?? "").replaceAll("&amp;", "&")),
  );
  expect(parts.length).toBeGreaterThan(1);
  expect(await faults("/sitemap.xml", schema("siteindex.xsd"))).toEqual([]);
  for (const { pathname, search } of parts) expect(await faults(pathname + search, sitemap)).toEqual([]);
  const news = [schema("sitemap-with-news.xsd"), schema("news.xsd"), sitemap];
  expect(await faults("/news-sitemap.xml", ...news)).toEqual([]);
  for (const feed of ["/feed.xml", "/feed.atom"]) expect(await faults(feed)).toEqual([]);
  // And the schema would have found a slip.
  expect(await faults("/news-sitemap.xml", schema("siteindex.xsd"))).not.toEqual([]);
});

test("a story for machines is ninjs 3.1 as its schema has it, and so is one that was withdrawn", async ({
  request,
}) => {
  const ajv = new Ajv({ allErrors: true });
  formats.default(ajv);
  const fits = ajv.compile(ninjsSchema);
  const live = await database().execute<{ address: string }>(
    sql`select address from publications where ${ofDemonstration}`,
  );
  expect(live.length).toBeGreaterThan(5);
  for (const { address } of live) {
    const item = await (await request.get(`${address}.json`)).json();
    fits(item);
    expect(fits.errors ?? [], address).toEqual([]);
    expect(item.standard, address).toMatchObject({ name: "ninjs", version: "3.1" });
  }
});
