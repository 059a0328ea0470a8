import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { Actor } from "@/domain/people";
import type { NewEvidence, QuoteEntry } from "@/domain/quote-rules";
import { database } from "./client";
import { publishStory } from "./publish";
import { quoteForDesk, quoteRecords } from "./queries/desk/quotes";
import { quotesListed } from "./queries/desk/quotes-listed";
import { findSources, sourcesListed } from "./queries/desk/sources";
import { saveText } from "./save-text";
import { newId } from "./schema/columns";
import { occasions, quoteEvents, quotes, quoteUses, sources } from "./schema/sources";
import { stories, storyEvents } from "./schema/stories";
import { useOwnDatabase } from "./testing/database";
import { bodyOf, person, section, wordsWith } from "./testing/people";
import { entryWith as anyEntryWith, newOccasion, newSource, savedQuote } from "./testing/quotes";
import { saveQuote, verifyQuote } from "./write-quotes";
import { createStory, moveStory } from "./write-story";

useOwnDatabase();

const recording: NewEvidence = { kind: "recording", text: "File 8", href: "", startsAt: 252, page: "" };

const entryWith = (given: Partial<QuoteEntry> = {}): QuoteEntry => {
  const source = { new: newSource({ role: "Mayor", organisation: "Tidewater Council" }) };
  return anyEntryWith({ source, evidence: [recording], ...given });
};
const saved = (actor: Actor, entry = entryWith()) => savedQuote(actor, entry);
/** The same quote as an entry that changes it in the given parts. */
const again = (record: Awaited<ReturnType<typeof saved>>, part: Partial<QuoteEntry>): QuoteEntry =>
  entryWith({
    id: record.id,
    source: { id: record.source.id },
    occasion: { id: record.occasion.id },
    verbatim: record.verbatim,
    evidence: record.evidence.map(({ id: _, ...piece }) => piece),
    ...part,
  });

const stepsOf = async (id: string) =>
  (
    await database()
      .select({ to: quoteEvents.to, against: quoteEvents.against })
      .from(quoteEvents)
      .where(eq(quoteEvents.quoteId, id))
      .orderBy(quoteEvents.id)
  ).map((event) => `${event.to} ${event.against}`.trim());

/** A story by the reporter that shows the quote, approved by the editor. */
async function approvedWith(reporter: Actor, editor: Actor, quoteId: string, shown: string) {
  const { id: sectionId } = await section();
  const { id } = await createStory(reporter);
  const words = wordsWith({
    headline: `Story ${id}`,
    sectionId,
    body: bodyOf(["She said: ", { words: `“${shown}”`, quoteId }]),
  });
  const save = { storyId: id, base: 1, key: newId(), kind: "autosave" as const, name: "", words };
  expect(await saveText(editor, save)).toMatchObject({ ok: true });
  expect(await moveStory(reporter, { id }, "send")).toMatchObject({ ok: true });
  expect(await moveStory(editor, { id, revision: 2 }, "approve")).toMatchObject({ ok: true });
  return id;
}
const storyRow = async (id: string) => {
  const [row] = await database().select().from(stories).where(eq(stories.id, id));
  if (!row) throw new Error("no such story");
  return row;
};

describe("putting a quote down", () => {
  it("makes the source, the occasion, the quote and its evidence, with a line in the trail", async () => {
    const reporter = await person("reporter");
    const record = await saved(reporter);
    expect(record).toMatchObject({
      verbatim: "They are running down the clock on us",
      groundRule: "on_record",
      verification: "evidenced",
      recordedBy: reporter.id,
      source: { role: "Mayor", createdBy: reporter.id },
      occasion: { kind: "interview", channel: "phone", saidOn: "2026-11-20" },
      evidence: [recording],
    });
    expect(await stepsOf(record.id)).toEqual(["evidenced"]);
    const bare = await saved(reporter, entryWith({ evidence: [] }));
    expect(bare.verification).toBe("noted");
  });

  it("has one effect, however often and however fast it is pressed", async () => {
    const reporter = await person("reporter");
    const entry = entryWith();
    const answers = await Promise.all(Array.from({ length: 10 }, () => saveQuote(reporter, entry)));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    const made = "new" in entry.source ? entry.source.new.id : "";
    expect(await database().select().from(occasions).where(eq(occasions.sourceId, made))).toHaveLength(1);
    expect(await database().select().from(quotes).where(eq(quotes.sourceId, made))).toHaveLength(1);
    expect(await stepsOf(entry.id)).toHaveLength(1);
  });

  it("lets one interview yield many quotes", async () => {
    const reporter = await person("reporter");
    const first = await saved(reporter);
    const second = await saved(
      reporter,
      entryWith({
        source: { id: first.source.id },
        occasion: { id: first.occasion.id },
        verbatim: "The wall was promised",
      }),
    );
    expect(second.occasion.id).toBe(first.occasion.id);
    expect((await quotesListed(reporter, { sourceId: first.source.id })).quotes).toHaveLength(2);
  });

  it("refuses a ground rule freer than the occasion's, and writes nothing", async () => {
    const reporter = await person("reporter");
    const entry = entryWith({
      occasion: { new: newOccasion({ groundRule: "background" }) },
      groundRule: "on_record",
    });
    expect(await saveQuote(reporter, entry)).toEqual({ ok: false, why: "ground_rule_too_wide" });
    const wanted = "new" in entry.source ? entry.source.new.id : "";
    expect(await database().select().from(sources).where(eq(sources.id, wanted))).toEqual([]);
    const narrower = await saved(reporter, entryWith({ groundRule: "background" }));
    expect(narrower.groundRule).toBe("background");
  });

  it("does not lend one source's occasion to another's words", async () => {
    const reporter = await person("reporter");
    const [one, other] = [await saved(reporter), await saved(reporter)];
    const entry = entryWith({ source: { id: one.source.id }, occasion: { id: other.occasion.id } });
    expect(await saveQuote(reporter, entry)).toEqual({ ok: false, why: "not_found" });
  });

  it("keeps words off the record out of a story, and takes them for the file", async () => {
    const reporter = await person("reporter");
    const { id: storyId } = await createStory(reporter);
    const entry = entryWith({
      occasion: { new: newOccasion({ groundRule: "off_record" }) },
      verbatim: "The letter was drafted in the spring",
    });
    expect(await saveQuote(reporter, { ...entry, storyId })).toEqual({ ok: false, why: "off_the_record" });
    expect(await saveQuote(reporter, entry)).toMatchObject({ ok: true });
  });

  it("attaches to no story that the person may not see", async () => {
    const { id: storyId } = await createStory(await person("reporter"));
    const answer = await saveQuote(await person("reporter"), entryWith({ storyId }));
    expect(answer).toEqual({ ok: false, why: "not_found" });
  });
});

describe("changing and checking a quote", () => {
  it("is checked by a second person, and falls back when the record changes", async () => {
    const [reporter, editor] = [await person("reporter"), await person("editor")];
    const record = await saved(reporter);
    const check = { id: record.id, step: "checked" as const, against: "the recording" };
    expect(await verifyQuote(reporter, check)).toEqual({ ok: false, why: "own_quote" });
    expect(await verifyQuote(editor, check)).toMatchObject({ ok: true, value: { verification: "checked" } });
    expect(await saveQuote(reporter, again(record, { note: "Call her again" }))).toMatchObject({
      ok: true,
      value: { verification: "checked" },
    });
    expect(await saveQuote(reporter, again(record, { verbatim: "They run down the clock" }))).toMatchObject({
      ok: true,
      value: { verification: "evidenced" },
    });
    expect(await stepsOf(record.id)).toEqual([
      "evidenced",
      "checked the recording",
      "evidenced Changed: verbatim, note",
    ]);
    expect(await saveQuote(reporter, again(record, { evidence: [] }))).toMatchObject({
      ok: true,
      value: { verification: "noted", evidence: [] },
    });
  });

  it("is not checked by an editor who rewrote it, nor by an author of a story that shows it", async () => {
    const [reporter, editor] = [await person("reporter"), await person("editor")];
    const record = await saved(reporter);
    expect(await saveQuote(editor, again(record, { verbatim: "They ran down the clock" }))).toMatchObject({
      ok: true,
    });
    const check = { id: record.id, step: "checked" as const, against: "notes" };
    expect(await verifyQuote(editor, check)).toEqual({ ok: false, why: "own_quote" });
    const [author, other] = [await person("editor"), await person("editor")];
    await approvedWith(author, other, record.id, "They ran down the clock");
    expect(await verifyQuote(author, check)).toEqual({ ok: false, why: "own_quote" });
    expect(await verifyQuote(other, check)).toMatchObject({ ok: true });
  });

  it("may be changed by whoever recorded it and by editors", async () => {
    const [reporter, editor] = [await person("reporter"), await person("editor")];
    const record = await saved(editor);
    expect(await saveQuote(reporter, again(record, { verbatim: "Other words" }))).toEqual({
      ok: false,
      why: "not_found",
    });
    await approvedWith(reporter, editor, record.id, record.verbatim);
    expect(await saveQuote(reporter, again(record, { verbatim: "Other words" }))).toEqual({
      ok: false,
      why: "not_your_quote",
    });
  });

  it("takes the approval back from a story that shows it, and says why on its trail", async () => {
    const [reporter, editor] = [await person("reporter"), await person("editor")];
    const record = await saved(reporter);
    const story = await approvedWith(reporter, editor, record.id, record.verbatim);
    expect(await saveQuote(reporter, again(record, { note: "For the desk alone" }))).toMatchObject({
      ok: true,
    });
    expect((await storyRow(story)).stage).toBe("approved");
    expect(await saveQuote(reporter, again(record, { verbatim: "Quite other words" }))).toMatchObject({
      ok: true,
    });
    expect(await storyRow(story)).toMatchObject({ stage: "in_review", approvedRevision: null });
    const [event] = await database()
      .select()
      .from(storyEvents)
      .where(eq(storyEvents.storyId, story))
      .orderBy(storyEvents.id)
      .then((events) => events.slice(-1));
    expect(event).toMatchObject({ kind: "lapsed", actorId: reporter.id, toStage: "in_review" });
    expect(event?.note).toContain("verbatim");
  });

  it("brings the meter of the board up to date at once", async () => {
    const [reporter, editor] = [await person("reporter"), await person("editor")];
    const record = await saved(reporter);
    const story = await approvedWith(reporter, editor, record.id, record.verbatim);
    expect(await storyRow(story)).toMatchObject({ quotesTied: 1, quotesVerified: 0, quotesBroken: 0 });
    await verifyQuote(editor, { id: record.id, step: "checked", against: "the recording" });
    expect(await storyRow(story)).toMatchObject({ quotesVerified: 1, quotesBroken: 0 });
    await saveQuote(reporter, again(record, { verbatim: "Quite other words" }));
    expect(await storyRow(story)).toMatchObject({ quotesVerified: 0, quotesBroken: 1 });
    const [use] = await database().select().from(quoteUses).where(eq(quoteUses.storyId, story));
    expect(use?.standing).toBe("altered");
  });
});

describe("who sees a quote", () => {
  const seen = async (actor: Actor, id: string) => (await quoteRecords(actor, [id])).length === 1;

  it("editors all; a reporter their own, those of their stories, and those in print", async () => {
    const [reporter, author, stranger] = [
      await person("reporter"),
      await person("reporter"),
      await person("reporter"),
    ];
    const editor = await person("editor");
    const record = await saved(reporter);
    const all = async () =>
      Promise.all([reporter, author, stranger, editor].map((actor) => seen(actor, record.id)));
    expect(await all()).toEqual([true, false, false, true]);
    const story = await approvedWith(author, editor, record.id, record.verbatim);
    expect(await all()).toEqual([true, true, false, true]);
    expect(await publishStory(editor, { id: story, revision: 2 })).toMatchObject({ ok: true });
    expect(await all()).toEqual([true, true, true, true]);
    const listed = await quotesListed(stranger, { text: record.source.name });
    expect(listed.quotes.map((each) => each.record.id)).toEqual([record.id]);
    expect((await quoteForDesk(stranger, record.id))?.uses).toEqual([
      { storyId: "", headline: null, displayed: "", standing: "verbatim" },
    ]);
  });

  it("the same in the list as one by one", async () => {
    const [reporter, author, editor] = [
      await person("reporter"),
      await person("reporter"),
      await person("editor"),
    ];
    const [own, shared, printed, hidden] = [
      await saved(reporter),
      await saved(editor),
      await saved(editor),
      await saved(editor),
    ];
    await approvedWith(reporter, editor, shared.id, shared.verbatim);
    const story = await approvedWith(author, editor, printed.id, printed.verbatim);
    await publishStory(editor, { id: story, revision: 2 });
    const all = (await database().select({ id: quotes.id }).from(quotes)).map((row) => row.id);
    for (const actor of [reporter, author, editor, await person("reporter")]) {
      const records = await quoteRecords(actor, all);
      for (const [filter, fitting] of [
        [{}, records],
        [{ text: "clock" }, records.filter((record) => record.verbatim.includes("clock"))],
      ] as const) {
        const listed = (await quotesListed(actor, filter, 500)).quotes.map((each) => each.record.id);
        expect([...listed].sort()).toEqual(fitting.map((record) => record.id).sort());
      }
    }
    const seen = (await quotesListed(reporter, {}, 500)).quotes.map((each) => each.record.id);
    expect(seen).toEqual(expect.arrayContaining([own.id, shared.id, printed.id]));
    expect(seen).not.toContain(hidden.id);
  });

  it("but not one that was only added to a live story since it went out", async () => {
    const [author, stranger, editor] = [
      await person("reporter"),
      await person("reporter"),
      await person("editor"),
    ];
    const [old, fresh] = [await saved(author), await saved(author)];
    const story = await approvedWith(author, editor, old.id, old.verbatim);
    expect(await publishStory(editor, { id: story, revision: 2 })).toMatchObject({ ok: true });
    const { sectionId } = await storyRow(story);
    const words = wordsWith({
      headline: `Story ${story}`,
      sectionId,
      body: bodyOf(["She said: ", { words: `“${fresh.verbatim}”`, quoteId: fresh.id }]),
    });
    const save = { storyId: story, base: 2, key: newId(), kind: "autosave" as const, name: "", words };
    expect(await saveText(author, save)).toMatchObject({ ok: true });
    expect(await seen(stranger, fresh.id)).toBe(false);
  });
});

describe("finding", () => {
  it("a source by a part of its name, by a slip of the keys, without its accents, by its organisation", async () => {
    const reporter = await person("reporter");
    const entry = entryWith();
    if (!("new" in entry.source)) throw new Error("not new");
    const source = { ...entry.source.new, name: "Åsa Lindqvíst", organisation: "Harbour Pilots’ Guild" };
    await saved(reporter, { ...entry, source: { new: source } });
    for (const typed of ["lindq", "asa lindqvist", "Lindkvist", "pilots’ guild"]) {
      const found = await findSources(typed);
      expect([typed, found.some((each) => each.id === source.id)]).toEqual([typed, true]);
    }
    expect((await findSources("Åsa Lindqvíst"))[0]).toMatchObject({ id: source.id, likeness: 1 });
    expect((await findSources("%")).some((each) => each.id === source.id)).toBe(false);
  });

  it("a source that few words tell from thousands, and one whose name is just the word that many have", async () => {
    const reporter = await person("reporter");
    const add = async (name: string, role: string) => {
      const entry = entryWith();
      if (!("new" in entry.source)) throw new Error("not new");
      return (await saved(reporter, { ...entry, source: { new: { ...entry.source.new, name, role } } }))
        .source.id;
    };
    const [exact, last] = [await add("Stevedore", "Band"), await add("Zzyzx Whimbrel", "Owner")];
    await database().execute(sql`insert into sources (id, kind, name, role, organisation, created_by)
      select gen_random_uuid(), 'person', 'Aaron ' || n, 'stevedore', '', ${reporter.id} from generate_series(1, 2100) n`);
    const listed = async (text: string) => (await sourcesListed({ text })).sources;
    expect((await listed("whimbrel")).map(({ id }) => id)).toEqual([last]);
    expect((await listed("whimbral")).map(({ id }) => id)).toEqual([last]);
    expect(await listed("stevedore")).toHaveLength(40);
    expect((await listed("stevedore")).every(({ name }) => name.startsWith("Aaron"))).toBe(true);
    expect((await findSources("stevedore"))[0]).toMatchObject({ id: exact, likeness: 1 });
    expect((await findSources("Zzyzx"))[0]).toMatchObject({ id: last });
    await database().execute(sql`delete from sources where role = 'stevedore'`);
  });

  it("pages through quotes without a gap or a repeat", async () => {
    const reporter = await person("reporter");
    const mine: string[] = [];
    for (let count = 0; count < 5; count += 1) mine.push((await saved(reporter)).id);
    const pages: string[][] = [];
    let before: string | undefined;
    do {
      const page = await quotesListed(reporter, { before }, 2);
      pages.push(page.quotes.map((each) => each.record.id).filter((id) => mine.includes(id)));
      before = page.older ?? undefined;
    } while (before);
    expect(pages.flat()).toEqual([...mine].reverse());
  });

  it("finds a word that only an old quote has, behind thousands that do not", async () => {
    const [reporter, stranger, editor] = [
      await person("reporter"),
      await person("reporter"),
      await person("editor"),
    ];
    const old = await saved(reporter, entryWith({ verbatim: "The capercaillie has come back" }));
    await database().execute(sql`insert into quotes (id, source_id, occasion_id, verbatim, recorded_by)
      select gen_random_uuid(), ${old.source.id}, ${old.occasion.id}, 'Nothing came of it', ${reporter.id}
      from generate_series(1, 3100)`);
    // Made up at random, they stand on either side of it; so many that it is not among the newest.
    await database().execute(sql`update quotes set id = ('ffff' || substr(id::text, 5))::uuid
      where verbatim = 'Nothing came of it'`);
    const found = async (actor: Actor, text: string) =>
      (await quotesListed(actor, { text })).quotes.map((each) => each.record.id);
    for (const actor of [reporter, editor])
      expect([actor.role, await found(actor, "caperc")]).toEqual([actor.role, [old.id]]);
    expect(await found(stranger, "caperc")).toEqual([]);
    expect(await found(editor, "nothing came")).toHaveLength(30);
    // A word that one in fifty has: too few among the newest hundreds to fill a page, and enough among the thousands.
    await database().execute(sql`update quotes set verbatim = 'Nothing came of it, said the heron'
      where id in (select id from (select id, row_number() over (order by id desc) nth from quotes
        where verbatim = 'Nothing came of it') each where nth % 50 = 0)`);
    const herons = await found(editor, "heron");
    expect(herons).toHaveLength(30);
    expect(herons).toEqual([...herons].sort().reverse());
    await database().execute(
      sql`update quotes set verbatim = 'Nothing came of it' where verbatim like 'Nothing came%'`,
    );
    await database().delete(quotes).where(eq(quotes.verbatim, "Nothing came of it"));
  });

  it("filters by verification, ground rule and kind", async () => {
    const [reporter, editor] = [await person("reporter"), await person("editor")];
    const checked = await saved(reporter);
    await verifyQuote(editor, { id: checked.id, step: "checked", against: "the recording" });
    const background = await saved(reporter, entryWith({ groundRule: "background", evidence: [] }));
    const ids = async (filter: Parameters<typeof quotesListed>[1]) =>
      (await quotesListed(reporter, filter, 100)).quotes
        .map((each) => each.record.id)
        .filter((id) => id === checked.id || id === background.id);
    expect(await ids({ verification: "checked" })).toEqual([checked.id]);
    expect(await ids({ groundRule: "background" })).toEqual([background.id]);
    expect(await ids({ kind: "organisation" })).toEqual([]);
  });
});
