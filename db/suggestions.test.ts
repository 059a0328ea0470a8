import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { readBody } from "@/domain/body/read-body";
import type { Actor } from "@/domain/people";
import type { Words } from "@/domain/words";
import { database } from "./client";
import { publishStory } from "./publish";
import { earlierText } from "./queries/desk/review";
import { storyForDesk } from "./queries/desk/story";
import { saveText } from "./save-text";
import { newId } from "./schema/columns";
import { publications } from "./schema/publications";
import { commentMentions } from "./schema/stories";
import { quoteIdsIn } from "./stories/records";
import { suggestText } from "./suggest-text";
import { useOwnDatabase } from "./testing/database";
import { bodyOf, person, pictureOnFile, quoteOnRecord, section, wordsWith } from "./testing/people";
import { createStory, moveStory } from "./write-story";
import { decideSuggestion, decideSuggestions, noteReading, suggest } from "./write-suggestions";
import { comment, openThread } from "./write-talk";

useOwnDatabase();

async function storyBy(by: Actor, given: Partial<Words> = {}): Promise<string> {
  const { id } = await createStory(by);
  const { id: sectionId } = await section();
  const words = wordsWith({
    headline: "Councils will meet",
    sectionId,
    body: bodyOf(["Leaders of 23 councils will attend on Saturday."], ["Nobody else was asked."]),
    ...given,
  });
  await saveText(by, { storyId: id, base: 1, key: newId(), kind: "autosave", name: "", words });
  return id;
}
const other = (passage: string, replacement: string, field: "body" | "headline" = "body") => ({
  field,
  passage,
  before: "",
  after: "",
  replacement,
  why: "",
});
const made = async (answer: ReturnType<typeof suggest>) => {
  const result = await answer;
  if (!result.ok) throw new Error(result.why);
  return result.value.id;
};
const textOf = async (actor: Actor, id: string) =>
  readBody((await storyForDesk(actor, id))?.words.body ?? wordsWith({}).body).text;

describe("a suggestion", () => {
  it("leaves the text as it is until its author accepts it, and then is a saved revision", async () => {
    const [ines, editor] = [await person("reporter"), await person("editor")];
    const id = await storyBy(ines);
    const one = await made(suggest(editor, id, other("23 councils", "25 councils")));
    expect(await textOf(ines, id)).toContain("23 councils");
    expect((await storyForDesk(ines, id))?.suggestions).toMatchObject([
      { passage: "23 councils", replacement: "25 councils", by: editor.name },
    ]);
    expect(await decideSuggestion(ines, one, "accepted")).toEqual({
      ok: true,
      value: { decided: 1, gone: 0 },
    });
    const story = await storyForDesk(ines, id);
    expect(await textOf(ines, id)).toContain("Leaders of 25 councils will attend");
    expect([story?.revision, story?.suggestions]).toEqual([3, []]);
    expect(story?.events.map((event) => event.kind)).toEqual(["accepted", "suggested", "created"]);
    expect(await decideSuggestion(ines, one, "rejected")).toEqual({ ok: false, why: "decided_already" });
  });

  it("of a headline can be accepted too; a rejected or taken back one changes nothing", async () => {
    const [ines, editor] = [await person("reporter"), await person("editor")];
    const id = await storyBy(ines);
    const [head, no, back] = [
      await made(suggest(editor, id, other("will meet", "are to meet", "headline"))),
      await made(suggest(editor, id, other("Nobody else", "No one else"))),
      await made(suggest(editor, id, other("on Saturday", ""))),
    ];
    await decideSuggestion(ines, head, "accepted");
    await decideSuggestion(ines, no, "rejected");
    expect(await decideSuggestion(ines, back, "taken back")).toEqual({ ok: false, why: "not_yours" });
    expect((await decideSuggestion(editor, back, "taken back")).ok).toBe(true);
    const story = await storyForDesk(ines, id);
    expect(story?.words.headline).toBe("Councils are to meet");
    expect(await textOf(ines, id)).toContain("on Saturday.\n\nNobody else was asked.");
  });

  it("among many is accepted with all that still fit; those whose words are gone stay", async () => {
    const [ines, editor] = [await person("reporter"), await person("editor")];
    const id = await storyBy(ines);
    for (const each of [
      other("23 councils", "25 councils"),
      other("25 councils", "26 councils"),
      other("Nobody else", "No one else"),
    ])
      await suggest(editor, id, each);
    await made(suggest(editor, id, other("Leaders of 23", "Heads of 23")));
    expect(await suggest(editor, id, other("not there", "x"))).toEqual({ ok: false, why: "passage_gone" });
    expect(await decideSuggestions(ines, id, "accepted")).toEqual({
      ok: true,
      value: { decided: 2, gone: 1 },
    });
    expect(await textOf(ines, id)).toBe(
      "Leaders of 25 councils will attend on Saturday.\n\nNo one else was asked.",
    );
  });

  it("is refused to who may not see the story, and an accepted one lapses an approval", async () => {
    const [ines, tom, editor] = [await person("reporter"), await person("reporter"), await person("editor")];
    const id = await storyBy(ines);
    expect(await suggest(tom, id, other("23 councils", "x"))).toEqual({ ok: false, why: "not_found" });
    const one = await made(suggest(editor, id, other("23 councils", "25 councils")));
    expect(await decideSuggestion(tom, one, "accepted")).toEqual({ ok: false, why: "not_found" });
    await moveStory(ines, { id }, "send");
    await moveStory(editor, { id }, "approve");
    await decideSuggestion(ines, one, "accepted");
    const story = await storyForDesk(editor, id);
    expect([story?.stage, story?.approvedRevision]).toEqual(["in_review", null]);
    expect(story?.events.map((event) => event.kind).slice(0, 2)).toEqual(["accepted", "lapsed"]);
  });

  it("is applied once, however often and by however many it is accepted at the same moment", async () => {
    const [ines, editor] = [await person("reporter"), await person("editor")];
    const id = await storyBy(ines);
    const one = await made(suggest(editor, id, other("23", "23 and 23")));
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => decideSuggestion(index % 2 ? ines : editor, one, "accepted")),
    );
    expect(answers.filter((answer) => answer.ok).length).toBe(1);
    expect(await textOf(ines, id)).toContain("Leaders of 23 and 23 councils will");
  });

  it("that is pending is nowhere in what readers get", async () => {
    const [ines, editor] = [await person("reporter"), await person("editor")];
    const id = await storyBy(ines);
    await suggest(editor, id, { ...other("23 councils", "xyzzy councils"), why: "plugh" });
    await suggest(editor, id, other("will meet", "xyzzy meet", "headline"));
    await moveStory(ines, { id }, "send");
    await moveStory(editor, { id }, "approve");
    expect((await publishStory(editor, { id })).ok).toBe(true);
    const [copy] = await database().select().from(publications).where(eq(publications.storyId, id));
    expect(JSON.stringify(copy)).toContain("23 councils");
    expect(JSON.stringify(copy)).not.toMatch(/xyzzy|plugh/);
  });
});

describe("a comment", () => {
  it("calls those alone who may see the story", async () => {
    const [ines, tom, editor] = [await person("reporter"), await person("reporter"), await person("editor")];
    const id = await storyBy(ines);
    const thread = await openThread(editor, id, {
      passage: "23 councils",
      before: "Leaders of ",
      after: " will attend",
      text: `@${ines.name} and @${tom.name}: who counted?`,
      mustResolve: true,
    });
    if (!thread.ok) throw new Error(thread.why);
    await comment(ines, thread.value.id, `I did. @${editor.name}, @${editor.name}`);
    const called = await database().select({ userId: commentMentions.userId }).from(commentMentions);
    expect(called.map((row) => row.userId)).toEqual([ines.id, editor.id]);
    expect((await storyForDesk(ines, id))?.mentionable.map((each) => each.id)).not.toContain(tom.id);
  });
});

describe("a text typed as suggestions", () => {
  const typedOver = async (
    actor: Actor,
    id: string,
    change: (text: string) => string,
    seen: string[] = [],
    typedAt?: Date,
  ) => {
    const story = await storyForDesk(actor, id);
    if (!story) throw new Error("not found");
    const paragraphs = change(readBody(story.words.body).text)
      .split("\n\n")
      .map((each) => [each]);
    const { headline, standfirst } = story.words;
    const answer = await suggestText(actor, id, {
      revision: story.revision,
      seen,
      typedAt,
      words: { headline, standfirst, body: bodyOf(...paragraphs) },
    });
    if (!answer.ok) throw new Error(answer.why);
    return answer.value.ids;
  };
  const openOn = async (actor: Actor, id: string) =>
    ((await storyForDesk(actor, id))?.suggestions ?? []).map((each) => [each.out, each.in]);

  it("leaves the text as it is, and is a suggestion for each place that differs", async () => {
    const [ines, editor] = [await person("reporter"), await person("editor")];
    const id = await storyBy(ines);
    await typedOver(editor, id, (text) =>
      text
        .replace("Leaders", "Heads")
        .replace("on Saturday", "on Saturday night")
        .replace("Nobody else was asked.", "Nobody else was.\n\nNot one."),
    );
    const story = await storyForDesk(ines, id);
    expect([story?.revision, await textOf(ines, id)]).toEqual([
      2,
      "Leaders of 23 councils will attend on Saturday.\n\nNobody else was asked.",
    ]);
    expect(await openOn(ines, id)).toEqual([
      ["Leaders", "Heads"],
      ["", " night"],
      [" asked", ".¶Not one"],
    ]);
  });

  it("grows in its record while it is typed on, and is taken back with its words", async () => {
    const [ines, editor] = [await person("reporter"), await person("editor")];
    const id = await storyBy(ines);
    const first = await typedOver(editor, id, (text) => text.replace("Leaders", "Heads"));
    const more = await typedOver(editor, id, (text) => text.replace("Leaders", "Heads and leaders"), [
      ...first,
    ]);
    expect(more).toEqual(first);
    expect(await openOn(ines, id)).toEqual([["Leaders", "Heads and leaders"]]);
    const events = (await storyForDesk(ines, id))?.events.map((event) => event.kind);
    expect(events).toEqual(["suggested", "created"]);
    // A tab that never had it on screen does not take it back.
    await typedOver(editor, id, (text) => text);
    expect((await openOn(ines, id)).length).toBe(1);
    await typedOver(editor, id, (text) => text, [...more]);
    expect(await openOn(ines, id)).toEqual([]);
  });

  it("accepted one by one, in any order, is the text as typed; rejected, the text as it was", async () => {
    const [ines, editor] = [await person("reporter"), await person("editor")];
    for (const order of [
      [0, 1, 2, 3],
      [3, 2, 1, 0],
      [1, 3, 0, 2],
    ]) {
      const id = await storyBy(ines);
      const wanted = "Heads of 23 councils will attend on Saturday night.\n\nNobody was asked.\n\nNot one.";
      const ids = await typedOver(editor, id, () => wanted);
      expect(ids.length).toBe(4);
      for (const at of order) {
        const answer = await decideSuggestion(ines, ids[at] ?? "", "accepted");
        expect(answer).toEqual({ ok: true, value: { decided: 1, gone: 0 } });
      }
      expect(await textOf(ines, id)).toBe(wanted);
    }
    const id = await storyBy(ines);
    const before = await textOf(ines, id);
    await typedOver(editor, id, () => "Something else.");
    expect((await decideSuggestions(ines, id, "rejected")).ok).toBe(true);
    expect(await textOf(ines, id)).toBe(before);
    await typedOver(editor, id, () => "Something else.");
    await decideSuggestions(ines, id, "accepted");
    expect(await textOf(ines, id)).toBe("Something else.");
  });

  it("keeps its place while the text is written on, and is kept though it was typed over an older one", async () => {
    const [ines, editor] = [await person("reporter"), await person("editor")];
    const id = await storyBy(ines);
    const story = await storyForDesk(editor, id);
    if (!story) throw new Error("not found");
    const body = bodyOf(
      ["A new first paragraph."],
      ["Leaders of 23 councils will attend on Saturday."],
      ["Nobody else was asked."],
    );
    await saveText(ines, {
      storyId: id,
      base: 2,
      key: newId(),
      kind: "autosave",
      name: "",
      words: { ...story.words, body },
    });
    const late = await suggestText(editor, id, {
      revision: 2,
      seen: [],
      words: {
        headline: "Councils are to meet",
        standfirst: "",
        body: bodyOf(["Leaders of 23 councils will attend on Saturday night."], ["Nobody else was asked."]),
      },
    });
    expect(late.ok).toBe(true);
    await decideSuggestions(ines, id, "accepted");
    expect(await textOf(ines, id)).toBe(
      "A new first paragraph.\n\nLeaders of 23 councils will attend on Saturday night.\n\nNobody else was asked.",
    );
    expect((await storyForDesk(ines, id))?.words.headline).toBe("Councils are to meet");
  });

  it("is of the kicker and of what is said of the lead picture too, and of that picture alone", async () => {
    const [ines, editor] = [await person("reporter"), await person("editor")];
    const [mole, buoy] = [await pictureOnFile(ines), await pictureOnFile(ines)];
    const hero = { mediaId: mole.id, alt: "", caption: "The gate at noon", credit: "Ana Reis" };
    const id = await storyBy(ines, { kicker: "Harbour", hero });
    const base = (await storyForDesk(editor, id))?.words ?? wordsWith({});
    const typed = {
      ...base,
      kicker: "The harbour",
      hero: { ...hero, alt: "A gate of iron", caption: "The gate at dawn" },
    };
    const first = await suggestText(editor, id, { revision: 2, seen: [], words: typed });
    const [kicker = "", alt = "", caption = ""] = first.ok ? first.value.ids : [];
    expect(await openOn(ines, id)).toEqual([
      ["Harbour", "The harbour"],
      ["", "A gate of iron"],
      ["The gate at noon", "The gate at dawn"],
    ]);
    // A page that knows nothing of these takes none of them back.
    const { kicker: _, hero: __, ...older } = base;
    await suggestText(editor, id, { revision: 2, seen: [], words: older });
    await decideSuggestion(ines, kicker, "accepted");
    await decideSuggestion(ines, caption, "accepted");
    const words = (await storyForDesk(ines, id))?.words ?? base;
    expect([words.kicker, words.hero]).toEqual(["The harbour", { ...hero, caption: "The gate at dawn" }]);
    const another = { ...words, hero: { ...hero, mediaId: buoy.id, caption: "" } };
    await saveText(ines, { storyId: id, base: 4, key: newId(), kind: "autosave", name: "", words: another });
    expect((await storyForDesk(ines, id))?.suggestions.map((each) => each.span)).toEqual([null]);
    expect(await decideSuggestion(ines, alt, "accepted")).toEqual({ ok: false, why: "passage_gone" });
  });

  it("that was decided on while it was on screen is not made anew", async () => {
    const [ines, editor] = [await person("reporter"), await person("editor")];
    const id = await storyBy(ines);
    const heads = (text: string) => text.replace("Leaders", "Heads");
    const [one = ""] = await typedOver(editor, id, heads);
    await decideSuggestion(ines, one, "rejected");
    expect(await typedOver(editor, id, heads, [one])).toEqual([one]);
    expect(await openOn(ines, id)).toEqual([]);
  });

  it("that a device kept is not made anew where it had arrived, and writes over nothing that is newer", async () => {
    const [ines, editor] = [await person("reporter"), await person("editor")];
    const id = await storyBy(ines);
    const typed = (text: string) => text.replace("Leaders", "Heads").replace(".", " night.");
    const [heads = "", night = ""] = await typedOver(editor, id, typed);
    await decideSuggestion(ines, heads, "rejected");
    const kept = new Date();
    expect(await typedOver(editor, id, typed, [], kept)).toEqual([heads, night]);
    expect(await openOn(ines, id)).toEqual([["", " night"]]);
    // Grown since, in another browser: both stand.
    const older = new Date(kept.getTime() - 600_000);
    const less = (text: string) => text.replace(".", " noon.");
    expect(await typedOver(editor, id, less, [night], older)).not.toContain(night);
    expect(await openOn(ines, id)).toEqual([
      ["", " night"],
      ["", " noon"],
    ]);
  });

  it("is refused to who may not see the story, and where it ties words to a quote that they may not see", async () => {
    const [ines, tom] = [await person("reporter"), await person("reporter")];
    const id = await storyBy(ines);
    const words = { headline: "", standfirst: "", body: bodyOf(["x"]) };
    expect(await suggestText(tom, id, { revision: 2, seen: [], words })).toEqual({
      ok: false,
      why: "not_found",
    });
    expect(await suggestText(ines, id, { revision: 99, seen: [], words })).toEqual({
      ok: false,
      why: "not_found",
    });
    const tied = bodyOf([{ words: "“No,”", quoteId: newId() }]);
    expect(await suggestText(ines, id, { revision: 2, seen: [], words: { ...words, body: tied } })).toEqual({
      ok: false,
      why: "quote_unseen",
    });
  });

  it("over the words of a quotation keeps the tie, and says what becomes of it", async () => {
    const [ines, editor] = [await person("reporter"), await person("editor")];
    const { quoteId, name } = await quoteOnRecord(ines, "We will hold the gates until the spring tide.");
    const tiedTo = (text: string) => bodyOf([{ words: text, quoteId }, " she said."]);
    const id = await storyBy(ines, { body: tiedTo("“We will hold the gates until the spring tide,”") });
    const as = async (text: string) => {
      const before = (await storyForDesk(ines, id))?.suggestions.map((each) => each.id) ?? [];
      await suggestText(editor, id, {
        revision: 2,
        seen: before,
        words: { headline: "Councils will meet", standfirst: "", body: tiedTo(text) },
      });
      return (await storyForDesk(ines, id))?.suggestions.map((each) => each.quotation);
    };
    expect(await as("“We will hold the gates …,”")).toEqual([
      expect.stringContaining(`stays tied to the quote of ${name}, as a permitted edit`),
    ]);
    expect(await as("“We will open the gates until the spring tide,”")).toEqual([
      expect.stringContaining(`stays tied to the quote of ${name}, but would differ from the verbatim`),
    ]);
    await decideSuggestions(ines, id, "accepted");
    expect(quoteIdsIn((await storyForDesk(ines, id))?.words.body ?? bodyOf())).toEqual([quoteId]);
  });

  it("is in no count of words, no check and no publication until it is accepted", async () => {
    const [ines, editor] = [await person("reporter"), await person("editor")];
    const id = await storyBy(ines);
    const before = await storyForDesk(editor, id);
    await typedOver(editor, id, (text) =>
      `${text} “A said quote of many words,” said xyzzy.`.replace("Nobody else", ""),
    );
    const after = await storyForDesk(editor, id);
    expect([after?.wordCount, after?.verdicts]).toEqual([before?.wordCount, before?.verdicts]);
    await moveStory(ines, { id }, "send");
    await moveStory(editor, { id }, "approve");
    expect((await publishStory(editor, { id })).ok).toBe(true);
    const [copy] = await database().select().from(publications).where(eq(publications.storyId, id));
    expect(JSON.stringify(copy)).not.toContain("xyzzy");
    expect(JSON.stringify(copy)).toContain("Nobody else");
  });
});

describe("what changed since the reviewer last read it", () => {
  it("is held against the newest text that this person had open", async () => {
    const [ines, editor] = [await person("reporter"), await person("editor")];
    const id = await storyBy(ines);
    expect((await noteReading(editor, { id, revision: 2 })).ok).toBe(true);
    expect(await noteReading(await person("reporter"), { id, revision: 2 })).toEqual({
      ok: false,
      why: "not_found",
    });
    expect(await noteReading(editor, { id, revision: 99 })).toEqual({ ok: false, why: "not_found" });
    const one = await made(suggest(editor, id, other("23", "25")));
    await decideSuggestion(ines, one, "accepted");
    expect(await earlierText(editor, id, 3, null)).toMatchObject({ number: 2, because: "last read by you" });
    expect(await earlierText(ines, id, 3, null)).toMatchObject({ number: 1, because: "the first" });
  });
});
