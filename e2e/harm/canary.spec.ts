import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { eq } from "drizzle-orm";
import { database } from "@/db/client";
import { publishStory } from "@/db/publish";
import { saveText } from "@/db/save-text";
import { newId } from "@/db/schema/columns";
import { outbox } from "@/db/schema/mail";
import { bodyOf, quoteOnRecord, wordsWith } from "@/db/testing/people";
import { makePreviewLink } from "@/db/write-previews";
import { attest } from "@/db/write-sources";
import { agreeToUse, keepReply, logCondition } from "@/db/write-sourcing";
import { createStory, moveStory } from "@/db/write-story";
import { expect, type Newsroom, type Page, type Person, test } from "../newsroom";
import { crawl } from "../site/crawl";
import { browserStorage } from "./browser-storage";
import { callDirectly } from "./direct-calls";
import { answers, deskAddresses, filesBelow, type Ids, siteAddresses, streamed, tables } from "./every-place";
import { madeUpName, NameSearch } from "./name-search";

const pseudonym = "Sandpiper";
const dataFolder = process.env.VERBATIM_DATA ?? ".data";

/** A published story with the words of an unnamed source, about whom everything is on file that can be: an attestation,
 * an agreement, a condition, a reply, a preview link. Readers are told `description` of them. */
async function publishedWith(
  newsroom: Newsroom,
  { keeper, editor, admin }: Record<"keeper" | "editor" | "admin", Person>,
  description: string,
): Promise<Ids> {
  const section = await newsroom.section();
  const said = "The markers were laid on an old chart";
  const { sourceId, quoteId } = await quoteOnRecord(keeper, said, {
    name: pseudonym,
    unnamed: true,
    description,
    reason: "they may not speak",
    groundRule: "background",
  });
  const { id } = await createStory(keeper);
  await saveText(keeper, {
    storyId: id,
    base: 1,
    key: newId(),
    kind: "named",
    name: "",
    words: wordsWith({
      headline: `Markers ${id}`,
      sectionId: section.id,
      body: bodyOf(["It was said: “", { words: said, quoteId }, "”."]),
    }),
  });
  await attest(editor, { sourceId, how: "told_in_person" });
  await agreeToUse(admin, { storyId: id, sourceId, use: "central" });
  await logCondition(editor, {
    id: newId(),
    sourceId,
    asked: "not_named",
    detail: "For good",
    decision: "accepted",
  });
  await keepReply(keeper, {
    id: newId(),
    storyId: id,
    sourceId,
    whom: "The source",
    about: "The chart",
    contactedAt: new Date(),
    how: "phone",
    deadline: null,
    outcome: "answered",
    answer: "It was so.",
  });
  await moveStory(keeper, { id }, "send");
  await moveStory(editor, { id }, "approve");
  const out = await publishStory(editor, { id });
  if (!out.ok) throw new Error(out.why);
  const link = await makePreviewLink(editor, id, { label: "For counsel", hours: 2 });
  if (!link.ok) throw new Error(link.why);
  return {
    story: id,
    quote: quoteId,
    source: sourceId,
    token: link.value.token,
    address: out.value.address,
  };
}

/** Seals a name by the form, and reads it once. */
async function sealAndRead(page: Page, source: string, name: string): Promise<void> {
  await page.goto(`/desk/sources/${source}`);
  await page.getByText("Seal the name", { exact: true }).click();
  await page.getByLabel("Who it is").fill(name);
  await page.getByLabel("How to reach them").fill(`c/o ${name}`);
  await page.getByRole("button", { name: "Seal", exact: true }).click();
  await page.getByLabel("Why you need to read it").fill("To check the spelling");
  await page.getByRole("button", { name: "Show the name" }).click();
  await expect(page.getByText(name, { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Hide it" }).click();
  await expect(page.getByText("To check the spelling")).toBeVisible();
}

/** The actions that answer with more than a refusal or a number, asked about the source in every way they know. */
const asked = (ids: Ids, words: readonly string[]): [action: string, given: object][] => [
  ...words.map((text): [string, object] => ["findSources", { text }]),
  ...words.map((text): [string, object] => ["findPictures", { text }]),
  ["quotesOf", { sourceId: ids.source }],
  ["occasionsOf", { sourceId: ids.source }],
  ["quoteRecords", { ids: [ids.quote] }],
  ["attest", { sourceId: ids.source, how: "told_by_phone" }],
  ["weigh", { storyId: ids.story, sourceId: ids.source, weight: "central" }],
  ["mergeSources", { fromId: ids.source, intoId: ids.source }],
  ["disputeQuote", { id: ids.quote, state: "stands", why: "As it was" }],
];

/** Looks for names wherever anybody could come upon them. */
async function lookEverywhere(people: Record<string, Page>, ids: Ids, names: readonly NameSearch[]) {
  const look = (where: string, what: string | Buffer) => {
    for (const name of names) name.look(where, what);
  };
  const words = [pseudonym, "Ottilie", "Fensbjerg", "markers"];
  for (const [who, page] of Object.entries(people)) {
    for (const address of deskAddresses(ids, words))
      look(`${address} as ${who}`, await answers(page, address));
    for (const [action, given] of asked(ids, words))
      look(`${action} as ${who}`, await callDirectly(page.request, action, [given], { story: ids.story }));
    if (who !== "keeper") {
      const given = [{ sourceId: ids.source, why: "I am curious" }];
      look(`reveal as ${who}`, await callDirectly(page.request, "reveal", given, { story: ids.story }));
    }
    if (who !== "reader") {
      look(`the stream as ${who}`, await streamed(page));
      look(`the browser of ${who}`, await browserStorage(page));
    }
    for (const address of siteAddresses(ids, words))
      look(`${address} as ${who}`, await answers(page, address));
  }
  const { reader } = people;
  if (reader)
    for (const { path, text } of await crawl(reader.request, ["/", ids.address, "/sitemap.xml"], 250))
      look(`${path} by following links`, text);
  for (const [table, rows] of await tables()) look(`the table ${table}`, rows);
  for (const file of filesBelow(dataFolder))
    if (statSync(file, { throwIfNoEntry: false })) look(file, readFileSync(file));
}

test("a sealed name is nowhere but in the one reading of it, and a name that is not sealed is found in every such place", async ({
  newsroom,
}) => {
  test.setTimeout(420_000);
  const staff = {
    keeper: await newsroom.person("reporter"),
    reporter: await newsroom.person("reporter"),
    editor: await newsroom.person("editor"),
    admin: await newsroom.person("admin"),
  };
  const [sealed, open] = [madeUpName("Ottilie", "Fensbjerg"), madeUpName("Ansgar", "Holmqvern")];
  // The other name is put in the open, as if somebody had let it slip: in what readers are told of the source, in a
  // letter that waits, and packed into a file. A search that cannot find it there would prove nothing of the first.
  const ids = await publishedWith(newsroom, staff, `A friend of ${open}`);
  await database()
    .insert(outbox)
    .values({
      event: `slip:${ids.story}`,
      recipient: "nobody@journeys.example",
      letter: { subject: `Ask ${open}`, language: "en-GB", blocks: [] },
      // It goes nowhere.
      nextTryAt: new Date(Date.now() + 86_400_000),
    });
  const slip = join(dataFolder, `${ids.story}.gz`);
  writeFileSync(slip, new Uint8Array(gzipSync(Buffer.from(`x${open}`).toString("base64"))));

  const keeper = await newsroom.signedIn(staff.keeper);
  await sealAndRead(keeper, ids.source, sealed);
  const [sealedSearch, openSearch] = [new NameSearch(sealed), new NameSearch(open)];
  sealedSearch.look("the page after the reading", await keeper.content());
  const people = {
    keeper,
    reporter: await newsroom.signedIn(staff.reporter),
    editor: await newsroom.signedIn(staff.editor),
    admin: await newsroom.signedIn(staff.admin),
    reader: await newsroom.visitor(),
  };
  for (const page of [people.reporter, people.editor, people.admin]) await page.goto("/desk");
  try {
    await lookEverywhere(people, ids, [sealedSearch, openSearch]);
  } finally {
    rmSync(slip);
    await database()
      .delete(outbox)
      .where(eq(outbox.event, `slip:${ids.story}`));
  }
  expect(sealedSearch.found).toEqual([]);
  const ofStory = [`/desk/stories/${ids.story}`, `/desk/stories/${ids.story}/check`];
  expect(openSearch.found).toEqual(
    expect.arrayContaining([
      ...["keeper", "editor", "admin"].flatMap((who) => ofStory.map((address) => `${address} as ${who}`)),
      ...["keeper", "reporter", "editor", "admin"].flatMap((who) =>
        [
          `/desk/sources/${ids.source}`,
          `/desk/quotes/${ids.quote}`,
          "findSources",
          "quotesOf",
          "quoteRecords",
        ].map((place) => `${place} as ${who}`),
      ),
      ...[ids.address, `${ids.address}.json`, `/api/stories/${ids.story}`].map(
        (address) => `${address} as reader`,
      ),
      `/desk/preview/${ids.token} as reader`,
      `${ids.address} by following links`,
      "the table public.sources",
      "the table public.publications",
      "the table public.outbox",
      slip,
    ]),
  );
  // The desk shuts out who is not signed in, whatever is said there.
  const deskAsReader = openSearch.found.filter(
    (where) => /^\/desk\/(?!preview).* as reader$/.test(where) || /^\w+ as reader$/.test(where),
  );
  expect(deskAsReader).toEqual([]);
});

test("the search for a name knows it in every disguise, and takes no other for it", () => {
  const name = madeUpName("Ottilie", "Fensbjerg");
  const search = new NameSearch(name);
  const bytes = Buffer.from(name);
  const disguised: Record<string, Buffer | string> = {
    plain: `{"name":"${name}"}`,
    "in capitals": name.toUpperCase(),
    "as an address": encodeURIComponent(name),
    "as a slug": name.toLowerCase().replace(" ", "-"),
    "in hexadecimal": bytes.toString("hex"),
    "in large hexadecimal": bytes.toString("hex").toUpperCase(),
    "two bytes a letter": Buffer.from(name, "utf16le"),
    "two bytes a letter, the other way round": Buffer.from(name, "utf16le").swap16(),
    backwards: [...name].reverse().join(""),
    packed: gzipSync(name),
    "packed, in base64 within": gzipSync(bytes.toString("base64")),
    ...Object.fromEntries(
      ["", "x", "xy"].map((before) => [
        `in base64 behind ${before.length}`,
        Buffer.from(before + name + before).toString("base64"),
      ]),
    ),
  };
  for (const [how, what] of Object.entries(disguised)) search.look(how, what);
  expect(search.found).toEqual(Object.keys(disguised));
  const other = new NameSearch(madeUpName("Ottilie", "Fensbjerg"));
  for (const [how, what] of Object.entries(disguised)) other.look(how, what);
  expect(other.found).toEqual([]);
});
