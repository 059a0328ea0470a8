import { describe, expect, it } from "vitest";
import type { BodyNode } from "../body/body";
import { defaultHouse, type HouseRules } from "../paper";
import type { ReplySought } from "../sourcing";
import type { CheckedStory } from "./checked-story";
import { runChecks } from "./checks";
import { bodyWith, checkedWith, record, tie } from "./fixtures";

/** Who speaks in the table. "{marta|words}" in a text ties words to what Marta said. */
const checked = { verification: "checked" as const };
const agreed = { publicDescription: "A senior official", unnamedReason: "not authorised to speak" };
const known = { ...agreed, credibility: "took part in the talks", attestedBy: ["editor"] };
const cast = {
  marta: record({ ...checked, verbatim: "We will send the bill for every sandbag" }),
  jory: record({
    ...checked,
    verbatim: "It is a fair price, and we said so in March",
    source: { name: "Jory Penhale", slug: "jory-penhale" },
  }),
  // Unnamed, and all is as it should be.
  gull: record({
    ...checked,
    verbatim: "It was close, but not signed",
    groundRule: "background",
    source: { name: "Gull", slug: null, unnamed: true, ...known },
  }),
  bare: record({
    ...checked,
    verbatim: "They had no plan at all",
    source: { name: "Bare", slug: null, unnamed: true },
  }),
  shy: record({
    ...checked,
    verbatim: "The pumps were never tested",
    source: { name: "Shy", slug: null, unnamed: true, ...known, credibility: " " },
  }),
  judge: record({
    ...checked,
    verbatim: "The minister is a fool",
    statement: "opinion",
    source: { name: "Judge", slug: null, unnamed: true, ...known },
  }),
  vague: record({
    ...checked,
    verbatim: "The letter came on Monday",
    statement: null,
    source: { name: "Vague", slug: null, unnamed: true, ...known },
  }),
  // Named, but on background in what is tied here.
  okoro: record({
    ...checked,
    verbatim: "We were told to wait until June",
    groundRule: "background",
    source: { name: "Grace Okoro", slug: "grace-okoro", ...known },
  }),
  secret: record({
    ...checked,
    verbatim: "They mean to sell the whole dock by June",
    groundRule: "off_record",
    source: { name: "Owen Strake", ...known },
  }),
  deep: record({
    ...checked,
    verbatim: "The order came from above",
    groundRule: "deep_background",
    source: { name: "Deep", slug: null, unnamed: true, ...known },
  }),
  noted: record({ verbatim: "The tide was higher than ever", source: { name: "Hester Vane" } }),
  swede: record({
    ...checked,
    verbatim: "Vi skickar räkningen till staten",
    translation: "We send the bill to the state",
    source: { name: "Anna Berg" },
  }),
};
type Name = keyof typeof cast;
const isName = (name: string): name is Name => name in cast;
const who = (name: Name) => cast[name].source.id;

/** "{marta|words}" ties words; a blank line begins a paragraph. */
function textOf(text: string): BodyNode[] {
  return text.split("\n\n").map((paragraph) => ({
    type: "paragraph",
    content: paragraph.split(/(\{\w+\|[^}]*\})/u).flatMap((piece): BodyNode[] => {
      const [, name = "", words = ""] = /^\{(\w+)\|([^}]*)\}$/u.exec(piece) ?? [];
      if (name && !isName(name)) throw new Error(`nobody is called ${name}`);
      if (isName(name)) return [tie(words, cast[name].id)];
      return piece ? [{ type: "text", text: piece }] : [];
    }),
  }));
}

type Given = Partial<Omit<CheckedStory, "words" | "house">> & {
  readonly words?: Partial<CheckedStory["words"]>;
  readonly house?: Partial<HouseRules>;
  /** Blocks behind the text. */
  readonly blocks?: readonly BodyNode[];
  /** Alone: without the two who are quoted in every other row. */
  readonly alone?: boolean;
};

const agreement = (
  name: Name,
  use: "central" | "direct" | "supporting",
  level: "editor" | "admin" = "editor",
) => ({
  sourceId: who(name),
  use,
  by: "editor",
  level,
});
/** Somebody agreed to a direct quote of everybody who is not named. */
const approvals = (Object.keys(cast) as Name[]).map((name) => agreement(name, "direct"));

const others = "Marta said: {marta|“We will send the bill.”} Jory said: {jory|“It is a fair price.”}";
const plainWords = checkedWith({}).words;

/** A story in which nothing is amiss but for what is given: two named people on the record, checked; a topic. */
function story(text: string, { words, house, blocks = [], alone, ...given }: Given = {}): CheckedStory {
  const content = [...(alone ? [] : textOf(others)), ...textOf(text), ...blocks];
  return checkedWith({
    records: Object.values(cast),
    approvals,
    ...given,
    house: { ...defaultHouse, ...house },
    words: { ...plainWords, topicIds: ["topic"], ...words, body: { type: "doc", content } },
  });
}

/** Every verdict that is no pass, in the order of the list: "unattributed!" stands in the way, "single_source?" warns,
 * "altered~" was set aside. */
const marks = { blocker: "!", warning: "?", overridden: "~" } as const;
const verdictsOn = (given: CheckedStory): string =>
  runChecks(given)
    .flatMap(({ check, state }) => (state === "pass" ? [] : [`${check}${marks[state]}`]))
    .join(" ");

type Row = readonly [what: string, text: string, verdicts: string, given?: Given];
const table = (title: string, rows: readonly Row[]) =>
  describe(title, () => {
    for (const [what, text, verdicts, given] of rows)
      it(what, () => expect(verdictsOn(story(text, given))).toBe(verdicts));
  });

table("what every story has", [
  ["all of it", "Words.", ""],
  ["no headline", "Words.", "headline!", { words: { headline: "" } }],
  ["a headline of spaces", "Words.", "headline!", { words: { headline: " \u00a0 " } }],
  ["no section", "Words.", "section!", { words: { sectionId: null } }],
  ["no author", "Words.", "author!", { authorIds: [] }],
  ["no text", "", "body!", { alone: true }],
  ["a text of spaces", "  ", "body!", { alone: true }],
  ["no topic", "Words.", "no_topic?", { words: { topicIds: [] } }],
  ["an author who approves", "Words.", "approver_is_author!", { approverId: "author" }],
  [
    "one of two authors who approves",
    "Words.",
    "approver_is_author!",
    { authorIds: ["a", "b"], approverId: "b" },
  ],
  ["nobody who approves yet", "Words.", "", { approverId: null }],
  ["a standfirst of 160 characters", "Words.", "", { words: { standfirst: "x".repeat(160) } }],
  ["a standfirst of 161", "Words.", "long_standfirst?", { words: { standfirst: "x".repeat(161) } }],
  [
    "a comment that must be resolved",
    "Words.",
    "must_resolve!",
    { openThreads: [{ id: "t", passage: "", mustResolve: true }] },
  ],
  [
    "two of them",
    "Words.",
    "must_resolve! must_resolve!",
    { openThreads: ["t", "u"].map((id) => ({ id, passage: "x", mustResolve: true })) },
  ],
  [
    "a comment that need not be",
    "Words.",
    "",
    { openThreads: [{ id: "t", passage: "", mustResolve: false }] },
  ],
  ["an embargo that is open", "Words.", "embargo!", { embargoUntil: new Date("2026-12-01") }],
  ["an embargo that ends this moment", "Words.", "", { embargoUntil: new Date("2026-11-22T12:00:00Z") }],
]);

table("quotations without a source", [
  ["four words", "“Nobody asked us anything,” he said.", "unattributed!"],
  ["straight marks", '"Nobody asked us anything," he said.', "unattributed!"],
  ["single marks", "‘Nobody asked us anything,’ he said.", "unattributed!", { alone: true }],
  ["low marks", "„Niemand hat uns je gefragt“, sagte er.", "unattributed!"],
  ["guillemets", "«Personne ne nous a rien demandé», dit-il.", "unattributed!"],
  ["three words", "It was “the longest wall” of all.", "short_quotation?"],
  ["one word", "It was “nice” of them.", "short_quotation?"],
  [
    "two of them, four words each",
    "“Nobody asked us anything,” he said. “Nobody told us anything,” she said.",
    "unattributed! unattributed!",
  ],
  [
    "broken by he said",
    "“Nobody asked us anything,” he said, “and nobody ever will.”",
    "unattributed! unattributed!",
  ],
  [
    "over two paragraphs",
    "“Nobody asked us anything.\n\n“And nobody ever will again,” he said.",
    "unattributed! unattributed!",
  ],
  ["apostrophes alone", "The councils’ chairs and the fishers’ union couldn’t agree on it.", ""],
  ["years and feet", "In the ’90s it was 6' high and 12\" wide.", ""],
  ["no marks at all", "He said that nobody had asked them anything.", ""],
  [
    "in the headline",
    "Words.",
    "unattributed!",
    { words: { headline: "Mayor: “Nobody asked us anything at all”" } },
  ],
  [
    "in the standfirst",
    "Words.",
    "unattributed!",
    { words: { standfirst: "“Nobody asked us anything at all,” says the mayor" } },
  ],
  [
    "in the headline, words of a quote of the story",
    "Words.",
    "",
    { words: { headline: "Mayor: ‘We will send the bill’" } },
  ],
  ["in the headline, three words", "Words.", "", { words: { headline: "The “longest wall ever”" } }],
  [
    "a part of it tied",
    "“{marta|We will send the bill} and nobody will ever pay it back,” she said.",
    "unattributed!",
  ],
  ["all of it tied, marks outside", "She said: “{marta|We will send the bill}.”", ""],
  [
    "seven words in a house that asks from eight",
    "“Nobody ever asked any of us anything,” he said.",
    "short_quotation?",
    { house: { quotationWords: 8 } },
  ],
  [
    "two words in a house that asks from two",
    "He was “not amused” by it.",
    "unattributed!",
    { house: { quotationWords: 2 } },
  ],
]);

table("quotes that differ from the record", [
  ["verbatim", "She said: {marta|“We will send the bill for every sandbag.”}", ""],
  ["a part", "She said: {marta|“send the bill for every sandbag”}", ""],
  ["a capital at its start", "She said: {marta|“Send the bill”}", ""],
  ["cut with …", "She said: {marta|“We will … bill for every sandbag”}", ""],
  ["cut with three points", "She said: {marta|“We will ... bill for every sandbag”}", ""],
  ["put in with [brackets]", "She said: {marta|“We will send [the ministry] the bill”}", ""],
  ["a word in [brackets] for another", "She said: {marta|“[They] will send the bill”}", ""],
  ["another punctuation at its end", "She said: {marta|“We will send the bill!”}", ""],
  ["cut without …", "She said: {marta|“We will send bill for every sandbag”}", "altered!"],
  ["another word", "She said: {marta|“We shall send the bill for every sandbag”}", "altered!"],
  ["drawn together", "She said: {marta|“We'll send the bill for every sandbag”}", "altered!"],
  ["the order turned", "She said: {marta|“The bill we will send for every sandbag”}", "altered!"],
  ["a word more", "She said: {marta|“We will send the full bill for every sandbag”}", "altered!"],
  ["a negation lost", "He said: {gull|“It was close, but signed”}", "altered!"],
  [
    "two that differ",
    "{marta|“We must send the bill”} {jory|“It is a poor price”}",
    "altered! altered!",
    { alone: true },
  ],
  ["shown twice, both times right", "{marta|“We will send the bill”} And again: {marta|“send the bill”}", ""],
  ["a translation", "Anna: {swede|“We send the bill to the state”}", ""],
  ["the words that were translated", "Anna: {swede|“Vi skickar räkningen till staten”}", ""],
  ["another translation", "Anna: {swede|“We will send the bill to the state”}", "altered!"],
  ["not yet checked", "Hester: {noted|“The tide was higher than ever”}", "not_verified?"],
  [
    "a quote that is not on file",
    "She said: {marta|“We will send the bill”}",
    "altered! altered!",
    { records: [], alone: false },
  ],
]);

const off = [cast.secret.verbatim, "He drinks before noon", "Vertraulich gesagt"];
table("words said off the record", [
  ["none of them", "They mean to keep the dock.", "", { offRecord: off }],
  ["in the text, all of them", "He drinks before noon, they say.", "off_record!", { offRecord: off }],
  ["six in a row", "I hear they mean to sell the whole dock soon.", "off_record!", { offRecord: off }],
  ["five in a row of a longer record", "Some would sell the whole dock by train.", "", { offRecord: off }],
  ["other case", "HE DRINKS BEFORE NOON.", "off_record!", { offRecord: off }],
  ["other marks between the words", "He drinks – before: noon.", "off_record!", { offRecord: off }],
  ["accents", "Hé drínks before nöon.", "off_record!", { offRecord: off }],
  ["a soft hyphen in a word", "He dri\u00adnks before noon.", "off_record!", { offRecord: off }],
  ["a zero-width space in a word", "He drinks be\u200bfore noon.", "off_record!", { offRecord: off }],
  ["full-width letters", "Ｈｅ drinks before noon.", "off_record!", { offRecord: off }],
  ["a word for a word", "He drinks before lunch.", "", { offRecord: off }],
  ["over two paragraphs", "He drinks\n\nbefore noon.", "off_record!", { offRecord: off }],
  [
    "in the headline",
    "Words.",
    "off_record!",
    { offRecord: off, words: { headline: "Mayor: he drinks before noon" } },
  ],
  [
    "in the standfirst",
    "Words.",
    "off_record!",
    { offRecord: off, words: { standfirst: "He drinks before noon." } },
  ],
  ["in the kicker", "Words.", "off_record!", { offRecord: off, words: { kicker: "He drinks before noon" } }],
  ["in the address", "Words.", "off_record!", { offRecord: off, words: { slug: "he-drinks-before-noon" } }],
  [
    "in headline and text",
    "He drinks before noon.",
    "off_record! off_record!",
    { offRecord: off, words: { headline: "He drinks before noon" } },
  ],
  [
    "in the caption of the first picture",
    "Words.",
    "off_record!",
    {
      offRecord: off,
      words: { hero: { mediaId: "m", alt: "The mayor", caption: "He drinks before noon", credit: "Pell" } },
    },
  ],
  [
    "in its alt text",
    "Words.",
    "off_record!",
    {
      offRecord: off,
      words: { hero: { mediaId: "m", alt: "He drinks before noon", caption: "", credit: "Pell" } },
    },
  ],
  [
    "in its credit",
    "Words.",
    "off_record!",
    {
      offRecord: off,
      words: { hero: { mediaId: "m", alt: "The mayor", caption: "", credit: "He drinks before noon" } },
    },
  ],
  [
    "in a picture of the text",
    "Words.",
    "off_record!",
    {
      offRecord: off,
      blocks: [
        { type: "picture", attrs: { mediaId: "m", alt: "A", caption: "He drinks before noon", credit: "P" } },
      ],
    },
  ],
  [
    "under an embed",
    "Words.",
    "off_record!",
    {
      offRecord: off,
      blocks: [{ type: "embed", attrs: { provider: "youtube", id: "x", caption: "He drinks before noon" } }],
    },
  ],
  [
    "in the title of a link",
    "Words.",
    "off_record!",
    {
      offRecord: off,
      blocks: [bodyLink("here", { href: "https://paper.example/", title: "he drinks before noon" })],
    },
  ],
  [
    "in the address of a link",
    "Words.",
    "off_record!",
    { offRecord: off, blocks: [bodyLink("here", { href: "https://paper.example/he-drinks-before-noon" })] },
  ],
  [
    "set large",
    "Words.",
    "off_record! pull_quote!",
    { offRecord: off, blocks: [pulled(null, "He drinks before noon")] },
  ],
  [
    "in an internal note, which readers never see",
    "Words.",
    "",
    {
      offRecord: off,
      blocks: [{ type: "internalNote", content: [{ type: "text", text: "He drinks before noon" }] }],
    },
  ],
  ["tied to the text", "Owen: {secret|“They mean to sell the whole dock by June”}", "off_record!"],
  [
    "tied, and on the list besides",
    "Owen: {secret|“They mean to sell the whole dock by June”}",
    "off_record!",
    { offRecord: off },
  ],
  [
    "an admin’s override",
    "He drinks before noon.",
    "off_record!",
    { offRecord: off, overrides: [{ check: "off_record", subject: "", reason: "x" }] },
  ],
  [
    "a house that would switch it off",
    "He drinks before noon.",
    "off_record!",
    { offRecord: off, house: { severity: { off_record: "off" } } },
  ],
  [
    "a house that would only warn",
    "He drinks before noon.",
    "off_record!",
    { offRecord: off, house: { severity: { off_record: "warning" } } },
  ],
  [
    "a record of two words, which is like nothing in particular",
    "It was vertraulich gesagt.",
    "",
    { offRecord: off },
  ],
]);

const no = (...names: Name[]) =>
  approvals.filter(({ sourceId }) => !names.some((name) => who(name) === sourceId));
table("sources that are not named", [
  ["described, reasoned, known, agreed to", "He said: {gull|“It was close, but not signed.”}", ""],
  [
    "with nothing",
    "He said: {bare|“They had no plan at all.”}",
    "unnamed_reason! unnamed_description! unnamed_attestation! unnamed_credibility?",
  ],
  [
    "with no word on why to believe them",
    "He said: {shy|“The pumps were never tested.”}",
    "unnamed_credibility?",
  ],
  ["a named one on background", "She said: {okoro|“We were told to wait.”}", ""],
  ["on deep background", "He said: {deep|“The order came from above.”}", ""],
  [
    "a direct quote nobody agreed to",
    "He said: {gull|“It was close.”}",
    "unnamed_approval!",
    { approvals: no("gull") },
  ],
  [
    "a direct quote to which its author agreed",
    "He said: {gull|“It was close.”}",
    "unnamed_approval!",
    { approvals: [{ ...agreement("gull", "direct"), by: "author" }] },
  ],
  [
    "a direct quote to which somebody agreed as supporting detail",
    "He said: {gull|“It was close.”}",
    "unnamed_approval!",
    { approvals: [agreement("gull", "supporting")] },
  ],
  [
    "a direct quote to which somebody agreed as the central fact",
    "He said: {gull|“It was close.”}",
    "",
    { approvals: [agreement("gull", "central")] },
  ],
  [
    "words without marks: supporting detail, for which knowing is enough",
    "It was {gull|close, but not signed}, he said.",
    "",
    { approvals: [] },
  ],
  [
    "the same in a house that wants an editor’s word",
    "It was {gull|close, but not signed}, he said.",
    "unnamed_approval!",
    {
      approvals: [],
      house: { unnamedApproval: { central: "admin", direct: "editor", supporting: "editor" } },
    },
  ],
  [
    "the only voice: the central fact",
    "He said: {gull|“It was close.”}",
    "unnamed_approval! single_source?",
    { alone: true },
  ],
  [
    "the only voice, agreed to by an editor",
    "He said: {gull|“It was close.”}",
    "unnamed_approval! single_source?",
    { alone: true, approvals: [agreement("gull", "central")] },
  ],
  [
    "the only voice, agreed to by an admin",
    "He said: {gull|“It was close.”}",
    "single_source?",
    { alone: true, approvals: [agreement("gull", "central", "admin")] },
  ],
  [
    "said to be the central fact",
    "He said: {gull|“It was close.”}",
    "unnamed_approval! single_source?",
    { weights: [{ sourceId: who("gull"), weight: "central" }] },
  ],
  [
    "said to be the central fact, agreed to by an admin",
    "He said: {gull|“It was close.”}",
    "single_source?",
    {
      weights: [{ sourceId: who("gull"), weight: "central" }],
      approvals: [agreement("gull", "central", "admin")],
    },
  ],
  [
    "the only voice, said to be supporting",
    "He said: {gull|“It was close.”}",
    "single_source?",
    { alone: true, weights: [{ sourceId: who("gull"), weight: "supporting" }] },
  ],
  [
    "a central fact in a house where an editor is enough",
    "He said: {gull|“It was close.”}",
    "single_source?",
    {
      alone: true,
      approvals: [agreement("gull", "central")],
      house: { unnamedApproval: { central: "editor", direct: "editor", supporting: "knows" } },
    },
  ],
  [
    "in a house where knowing is enough for all",
    "He said: {gull|“It was close.”}",
    "",
    { approvals: [], house: { unnamedApproval: { central: "knows", direct: "knows", supporting: "knows" } } },
  ],
  ["an opinion", "He said: {judge|“The minister is a fool.”}", "unnamed_opinion!"],
  [
    "an opinion that an admin let through",
    "He said: {judge|“The minister is a fool.”}",
    "unnamed_opinion~",
    { overrides: [{ check: "unnamed_opinion", subject: cast.judge.id, reason: "she said so to his face" }] },
  ],
  [
    "fact or opinion, nobody said which",
    "He said: {vague|“The letter came on Monday.”}",
    "unnamed_statement?",
  ],
  [
    "two of them, one not agreed to",
    "{gull|“It was close.”} {vague|“The letter came.”}",
    "unnamed_approval! unnamed_statement?",
    { approvals: no("vague") },
  ],
  [
    "the central fact on a named source",
    "Words.",
    "single_source?",
    { weights: [{ sourceId: who("marta"), weight: "central" }] },
  ],
  [
    "the central fact on two",
    "Words.",
    "",
    {
      weights: [
        { sourceId: who("marta"), weight: "central" },
        { sourceId: who("jory"), weight: "central" },
      ],
    },
  ],
  [
    "the central fact on one who is not in the text any more",
    "Words.",
    "",
    { weights: [{ sourceId: who("gull"), weight: "central" }] },
  ],
  ["one named voice alone", "She said: {marta|“We will send the bill.”}", "single_source?", { alone: true }],
  [
    "promised to approve the quotes",
    "Words.",
    "quote_approval?",
    { promised: [{ sourceId: who("marta"), asked: "quote_approval", by: "e" }] },
  ],
  [
    "promised to read the story first",
    "Words.",
    "quote_approval?",
    { promised: [{ sourceId: who("jory"), asked: "read_before", by: "e" }] },
  ],
  [
    "promised to have the questions first",
    "Words.",
    "",
    { promised: [{ sourceId: who("jory"), asked: "questions_before", by: "e" }] },
  ],
  [
    "a promise to somebody who is not in this story",
    "Words.",
    "",
    { promised: [{ sourceId: who("gull"), asked: "quote_approval", by: "e" }] },
  ],
]);

const okoroOpen = {
  ...cast.okoro,
  id: cast.noted.id,
  verbatim: "We have waited long enough",
  groundRule: "on_record" as const,
};
const withOpenOkoro = {
  records: [...Object.values(cast).filter(({ id }) => id !== cast.noted.id), okoroOpen],
};
table("one person, two faces", [
  [
    "quoted both ways",
    "{okoro|“We were told to wait.”} Okoro said: {noted|“We have waited long enough.”}",
    "both_ways!",
    withOpenOkoro,
  ],
  [
    "quoted by name twice",
    "Okoro said: {noted|“We have waited.”} Again: {noted|“long enough”}",
    "",
    withOpenOkoro,
  ],
  [
    "unnamed, and declined to comment",
    "{okoro|“We were told to wait.”} Grace Okoro declined to comment.",
    "declined_and_quoted!",
  ],
  [
    "unnamed, and would not comment, by the last name",
    "{okoro|“We were told to wait.”} Asked on Monday, Okoro would not comment.",
    "declined_and_quoted!",
  ],
  [
    "unnamed, while somebody else declined",
    "{okoro|“We were told to wait.”} The ministry declined to comment.",
    "",
  ],
  [
    "unnamed, while somebody of a longer name declined",
    "{okoro|“We were told to wait.”} Mr Okorofor declined to comment.",
    "",
  ],
  [
    "unnamed and named in another sentence",
    "{okoro|“We were told to wait.”} Okoro lives here. The ministry declined to comment.",
    "",
  ],
  [
    "unnamed, and on file as having declined",
    "{gull|“It was close.”}",
    "declined_and_quoted!",
    { replies: [reply({ sourceId: who("gull"), outcome: "declined" })] },
  ],
  [
    "unnamed, and on file as having answered",
    "{gull|“It was close.”}",
    "",
    { replies: [reply({ sourceId: who("gull"), outcome: "answered" })] },
  ],
]);

table("a source without a word on who it is", [
  ["a source said", "A source said the wall would fall.", "bare_source!"],
  ["sources said", "Sources said the wall would fall.", "bare_source!"],
  ["sources say, in the middle", "The wall, sources say, is done.", "bare_source!"],
  ["according to sources", "According to sources, it is done.", "bare_source!"],
  ["according to a source, at the end", "It is done, according to a source.", "bare_source!"],
  ["an unnamed source told", "An unnamed source told the Record.", "bare_source!"],
  ["several sources have confirmed", "Several sources have confirmed it.", "bare_source!"],
  ["three sources", "Three sources confirmed it.", "bare_source!"],
  ["but sources claimed", "But sources claimed otherwise.", "bare_source!"],
  ["the source added", "The source added that it was late.", "bare_source!"],
  ["said a source", "The wall would fall, said a source.", "bare_source!"],
  ["citing sources", "The Courier, citing sources, reports it.", "bare_source!"],
  [
    "who asked not to be named, which describes nobody",
    "A source who asked not to be named said so.",
    "bare_source!",
  ],
  ["who wished to remain anonymous", "Sources who wished to remain anonymous said so.", "bare_source!"],
  ["twice", "A source said so. Later, sources confirmed it.", "bare_source! bare_source!"],
  ["in the headline", "Words.", "bare_source!", { words: { headline: "Wall will fall, say sources" } }],
  [
    "in the standfirst",
    "Words.",
    "bare_source!",
    { words: { standfirst: "According to sources, it is done." } },
  ],
  [
    "in a caption",
    "Words.",
    "bare_source!",
    { words: { hero: { mediaId: "m", alt: "A", caption: "A source said it leaks.", credit: "P" } } },
  ],
  ["close to the mayor", "A source close to the mayor said so.", ""],
  ["ministry sources", "Ministry sources said so.", ""],
  ["a union source", "A union source said so.", ""],
  ["with knowledge of the budget", "According to a source with knowledge of the budget, it is done.", ""],
  ["familiar with the plan", "according to sources familiar with the plan", ""],
  ["of a river", "The source of the river said nothing.", ""],
  ["of income", "Sources of income: said to be many.", ""],
  ["resources", "Resources said to be scarce.", ""],
  ["in a house that lets it pass", "A source said so.", "", { house: { severity: { bare_source: "off" } } }],
]);

table("a plural for one source", [
  [
    "ministry sources said, with one on file",
    "Ministry sources said it was {gull|“close”}.",
    "plural_sources?",
  ],
  ["sources close to the talks", "Sources close to the talks called it {gull|“close”}.", "plural_sources?"],
  [
    "people familiar with the matter",
    "People familiar with the matter called it {gull|“close”}.",
    "plural_sources?",
  ],
  ["two unnamed ones", "Ministry sources said {gull|“close”} and {vague|“on Monday”}.", "unnamed_statement?"],
  ["none unnamed", "Ministry sources said so.", ""],
  ["a ministry source said", "A ministry source called it {gull|“close”}.", ""],
  [
    "in the headline",
    "He called it {gull|“close”}.",
    "plural_sources?",
    { words: { headline: "Deal was close, ministry sources said" } },
  ],
]);

table("a reply from whoever is criticised", [
  ["accused, nobody asked", "She accused the ministry of delay.", "no_reply_sought?"],
  ["blames", "He blames the council.", "no_reply_sought?"],
  ["criticised", "Residents criticised the plan.", "no_reply_sought?"],
  ["criticized, in another spelling", "Residents criticized the plan.", "no_reply_sought?"],
  ["alleged", "The alleged fraud went on.", "no_reply_sought?"],
  ["misled", "The report says the board misled the public.", "no_reply_sought?"],
  ["thanked", "She thanked the ministry.", ""],
  ["a flame and a claim", "A flame and a claim.", ""],
  ["declined to comment", "She accused the ministry. It declined to comment.", ""],
  ["did not respond", "She accused the ministry, which did not respond to questions.", ""],
  ["a spokeswoman", "She accused the ministry. A spokeswoman said it was late.", ""],
  ["denied", "She accused the ministry, which denied it.", ""],
  ["approached for comment", "She accused the council, which was approached for comment.", ""],
  ["on file, and awaited", "She accused the ministry.", "reply_awaited?", { replies: [reply({})] }],
  [
    "on file, awaited, and its time is over",
    "She accused the ministry.",
    "reply_awaited?",
    { replies: [reply({ deadline: new Date("2026-11-22T11:59:59Z") })] },
  ],
  [
    "on file and answered, and the text does not say so",
    "She accused the ministry.",
    "no_reply_sought?",
    { replies: [reply({ outcome: "answered" })] },
  ],
  [
    "on file and answered, and the text says so",
    "She accused the ministry. In a statement it said no.",
    "",
    { replies: [reply({ outcome: "answered" })] },
  ],
  [
    "two on file, one awaited",
    "She accused the ministry, which denied it.",
    "reply_awaited?",
    { replies: [reply({}), reply({ outcome: "answered" })] },
  ],
  [
    "a house where it stands in the way",
    "She accused the ministry.",
    "no_reply_sought!",
    { house: { severity: { no_reply_sought: "blocker" } } },
  ],
]);

table("pictures and words set large", [
  ["a picture with alt text and credit", "Words.", "", { blocks: [picture({})] }],
  ["without alt text", "Words.", "picture_alt!", { blocks: [picture({ alt: "" })] }],
  ["without credit", "Words.", "picture_credit!", { blocks: [picture({ credit: "  " })] }],
  [
    "two without alt text",
    "Words.",
    "picture_alt! picture_alt!",
    { blocks: [picture({ alt: "" }), picture({ alt: " " })] },
  ],
  [
    "the first picture without alt text",
    "Words.",
    "picture_alt!",
    { words: { hero: { mediaId: "m", alt: "", caption: "", credit: "P" } } },
  ],
  [
    "the first picture without credit",
    "Words.",
    "picture_credit!",
    { words: { hero: { mediaId: "m", alt: "A", caption: "", credit: "" } } },
  ],
  ["a pull quote of a quote", "Words.", "", { blocks: [pulled("marta", "We will send the bill")] }],
  [
    "a pull quote in translation",
    "Words.",
    "",
    { blocks: [pulled("swede", "We send the bill to the state")] },
  ],
  [
    "a pull quote of other words",
    "Words.",
    "pull_quote!",
    { blocks: [pulled("marta", "We shall send the bill")] },
  ],
  ["a pull quote of nobody", "Words.", "pull_quote!", { blocks: [pulled(null, "We will send the bill")] }],
]);

const untied = "“Nobody asked us anything,” he said.";
table("what a house and an admin decide", [
  [
    "a blocker that a house only warns of",
    untied,
    "unattributed?",
    { house: { severity: { unattributed: "warning" } } },
  ],
  ["a blocker that a house does without", untied, "", { house: { severity: { unattributed: "off" } } }],
  [
    "a warning that stands in the way here",
    "Words.",
    "no_topic!",
    { words: { topicIds: [] }, house: { severity: { no_topic: "blocker" } } },
  ],
  [
    "the headline cannot be done without",
    "Words.",
    "headline!",
    { words: { headline: "" }, house: { severity: { headline: "off" } } },
  ],
  [
    "nor can the embargo",
    "Words.",
    "embargo!",
    { embargoUntil: new Date("2026-12-01"), house: { severity: { embargo: "off" } } },
  ],
  [
    "nor can an author approve",
    "Words.",
    "approver_is_author!",
    { approverId: "author", house: { severity: { approver_is_author: "warning" } } },
  ],
  [
    "a blocker set aside",
    untied,
    "unattributed~",
    { overrides: [{ check: "unattributed", subject: "“Nobody asked us anything,”", reason: "a play" }] },
  ],
  [
    "its neighbour is not",
    `${untied} “Nobody told us anything,” she said.`,
    "unattributed~ unattributed!",
    { overrides: [{ check: "unattributed", subject: "“Nobody asked us anything,”", reason: "a play" }] },
  ],
  [
    "an override of the embargo",
    "Words.",
    "embargo!",
    { embargoUntil: new Date("2026-12-01"), overrides: [{ check: "embargo", subject: "", reason: "x" }] },
  ],
  [
    "an override of the headline",
    "Words.",
    "headline!",
    { words: { headline: "" }, overrides: [{ check: "headline", subject: "", reason: "x" }] },
  ],
  [
    "an override of another check",
    untied,
    "unattributed!",
    { overrides: [{ check: "altered", subject: "“Nobody asked us anything,”", reason: "x" }] },
  ],
]);

describe("every finding", () => {
  it("says where it is, why, and what to do", () => {
    const everything = story(
      `${untied} {bare|“They had no plans at all.”} {judge|“a fool”} A source said so.`,
      {
        words: { headline: "", standfirst: "x".repeat(200), topicIds: [] },
        offRecord: off,
        blocks: [picture({ alt: "", credit: "", caption: "He drinks before noon" }), pulled(null, "x")],
        embargoUntil: new Date("2026-12-01"),
        replies: [reply({})],
        openThreads: [{ id: "t", passage: "", mustResolve: true }],
        promised: [{ sourceId: who("marta"), asked: "quote_approval", by: "e" }],
        approvals: [],
      },
    );
    const found = runChecks(everything).filter(({ state }) => state !== "pass");
    expect(new Set(found.map(({ check }) => check)).size).toBeGreaterThan(15);
    expect(found.filter(({ where, why, todo, title }) => !(where && why && todo && title))).toEqual([]);
    const named = found.map(({ check, subject }) => `${check} ${subject}`);
    expect(new Set(named).size).toBe(named.length);
  });

  it("points at the very words", () => {
    const checks = runChecks(
      story("The wall, sources say, is done. He drinks before noon.", { offRecord: off }),
    );
    const at = (check: string) =>
      checks.find((each) => each.check === check && each.state === "blocker")?.where;
    const { content = [] } = story("x").words.body;
    const before = content
      .slice(0, 1)
      .flatMap((block) => block.content ?? [])
      .reduce((size, { text = "" }) => size + text.length, 2);
    expect(at("bare_source")).toEqual({ from: before + 11, to: before + 22 });
    expect(at("off_record")).toEqual({ from: before + 33, to: before + 54 });
  });
});

function picture(attrs: object): BodyNode {
  return { type: "picture", attrs: { mediaId: "m", alt: "The mole", caption: "", credit: "Pell", ...attrs } };
}
function pulled(name: Name | null, text: string): BodyNode {
  return {
    type: "pullQuote",
    attrs: { quoteId: name && cast[name].id },
    content: [{ type: "text", text }],
  };
}
function bodyLink(text: string, attrs: object): BodyNode {
  const [block] = bodyWith({ type: "text", text, marks: [{ type: "link", attrs }] }).content ?? [];
  if (!block) throw new Error("no block");
  return block;
}
function reply(given: Partial<ReplySought>): ReplySought {
  return {
    id: "reply",
    sourceId: null,
    whom: "the ministry",
    about: "The delay",
    contactedAt: new Date("2026-11-21T09:00:00Z"),
    how: "email",
    deadline: new Date("2026-11-23T09:00:00Z"),
    outcome: "waiting",
    answer: "",
    ...given,
  };
}
