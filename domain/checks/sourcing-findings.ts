import { positionOf } from "../body/read-body";
import { isWithheld, type QuoteRecord, type SourceRecord } from "../quote-record";
import { type UnnamedUse, unnamedUseNames } from "../sourcing";
import type { TiedQuotation } from "../story-quotes";
import type { Finding, Place, Reading } from "./checked-story";
import { at, isTied } from "./findings";
import { offRecordPlaces } from "./off-record";
import { bareSources, declinedToComment, type Phrase, pluralSources } from "./phrases";

type Recorded = TiedQuotation & { readonly record: QuoteRecord };
const recorded = (story: Reading): Recorded[] =>
  story.quotations.filter(isTied).filter((each): each is Recorded => each.record !== null);

type Withheld = { readonly source: SourceRecord; readonly place: Place };

/** The sources of the story that readers are not told the name of, once each, with a quotation to point at. */
export function withheldSources(story: Reading): Withheld[] {
  const seen = new Map<string, Withheld>();
  for (const each of recorded(story)) {
    if (!isWithheld(each.record) || seen.has(each.record.source.id)) continue;
    seen.set(each.record.source.id, { source: each.record.source, place: at(each) });
  }
  return [...seen.values()];
}

/** How the desk speaks of a source whose name readers are not told. */
export const described = (source: SourceRecord): string => source.publicDescription || "this source";

const sourceIds = (story: Reading) => new Set(recorded(story).map((each) => each.record.source.id));

/** What the story takes from a source it does not name: what somebody said it is; else the central fact where nobody
 * else speaks, a direct quote where its words stand in quotation marks, and supporting detail otherwise. */
function unnamedUseOf(story: Reading, sourceId: string): UnnamedUse {
  const said = story.weights.find((each) => each.sourceId === sourceId)?.weight;
  if (said === "central" || (!said && sourceIds(story).size === 1)) return "central";
  const own = recorded(story).filter((each) => each.record.source.id === sourceId);
  return own.some((each) => each.parts.some((part) => isQuoted(story.text, part))) ? "direct" : "supporting";
}

const quoteMark = /["“”„«»‹›‘’「」']/u;
const isQuoted = (text: string, { start, end }: { start: number; end: number }) =>
  quoteMark.test(text.slice(Math.max(0, start - 1), start + 1)) ||
  quoteMark.test(text.slice(end - 1, end + 1));

/** Unnamed uses to which nobody of the rank that the house asks for has agreed. */
export function unagreedUses(story: Reading): Finding[] {
  return withheldSources(story).flatMap(({ source, place }) => {
    const use = unnamedUseOf(story, source.id);
    const needs = story.house.unnamedApproval[use];
    if (needs === "knows") return [];
    const agreed = story.approvals.some(
      (each) =>
        each.sourceId === source.id &&
        covers(each.use, use) &&
        (needs === "editor" || each.level === "admin") &&
        !story.authorIds.includes(each.by),
    );
    if (agreed) return [];
    return [
      {
        title: `${unnamedUseNames[use]} comes from “${described(source)}”, and ${needs === "admin" ? "an admin" : "an editor"} has to agree to it`,
        why: "What an unnamed source is used for decides who answers for it.",
        todo: `${needs === "admin" ? "An admin" : "An editor"} who is not an author agrees to it here, or the story says it otherwise.`,
        where: place,
        subject: `${source.id} ${use}`,
      },
    ];
  });
}

const order: readonly UnnamedUse[] = ["supporting", "direct", "central"];
/** Whoever agreed to more agreed to less. */
const covers = (agreed: UnnamedUse, use: UnnamedUse) => order.indexOf(agreed) >= order.indexOf(use);

/** Opinions of people whom readers are not told the name of. */
export const unnamedOpinions = (story: Reading): Finding[] =>
  recorded(story)
    .filter((each) => isWithheld(each.record) && each.record.statement === "opinion")
    .map((each) => ({
      title: `“${described(each.record.source)}” gives an opinion and is not named`,
      why: "Nobody may attack or judge without standing by it: an unnamed source gives facts.",
      todo: "Take it out, ask to name them, or an admin sets this aside.",
      where: at(each),
      subject: each.quoteId,
    }));

export const unnamedStatements = (story: Reading): Finding[] =>
  recorded(story)
    .filter((each) => isWithheld(each.record) && each.record.statement === null)
    .map((each) => ({
      title: "Nobody has said whether these words of an unnamed source are fact or opinion",
      why: "An unnamed source gives facts, and no opinions.",
      todo: "Open the quote and say which.",
      where: at(each),
      subject: each.quoteId,
    }));

/** Somebody who is quoted by name and without it in one story. */
export function quotedBothWays(story: Reading): Finding[] {
  const open = new Set(
    recorded(story).flatMap((each) => (isWithheld(each.record) ? [] : [each.record.source.id])),
  );
  return withheldSources(story)
    .filter(({ source }) => open.has(source.id))
    .map(({ source, place }) => ({
      title: `${source.name} is quoted by name and without it`,
      why: "Readers would take one person for two.",
      todo: "Quote them one way in this story.",
      where: place,
      subject: source.id,
    }));
}

/** Somebody who is quoted without a name and is said to have declined to comment. */
export function quotedAndDeclined(story: Reading): Finding[] {
  return withheldSources(story).flatMap(({ source, place }) => {
    const onFile = story.replies.some(
      (reply) => reply.sourceId === source.id && reply.outcome === "declined",
    );
    const inText = source.unnamed ? null : declinedToComment(story.text, source.name);
    if (!onFile && !inText) return [];
    return [
      {
        title: `“${described(source)}” is quoted without a name and said to have declined to comment`,
        why: "One of the two misleads readers.",
        todo: "Take out the one that is not so.",
        where: inText ? placeOf(story, inText) : place,
        subject: source.id,
      },
    ];
  });
}

/** The place of words in the text. */
export const placeOf = ({ plain }: Reading, { text, start }: Phrase): Place => ({
  from: positionOf(plain, start),
  to: positionOf(plain, start + text.length - 1) + 1,
});

/** Everything with words in it that readers see, with the place of a phrase in it. */
function readersWords(story: Reading): { text: string; place: (phrase: Phrase) => Place }[] {
  const field = (text: string, name: "headline" | "standfirst" | "kicker" | "hero") => ({
    text,
    place: (): Place => ({ field: name }),
  });
  const { words, plain } = story;
  return [
    field(words.headline, "headline"),
    field(words.standfirst, "standfirst"),
    field(words.kicker, "kicker"),
    field(words.hero?.caption ?? "", "hero"),
    { text: story.text, place: (phrase) => placeOf(story, phrase) },
    ...[...plain.pictures, ...plain.embeds].map(({ attrs, pos }) => ({
      text: String(attrs.caption ?? ""),
      place: (): Place => ({ from: pos, to: pos + 1 }),
    })),
  ];
}

export const bareSourcesIn = (story: Reading): Finding[] =>
  readersWords(story).flatMap(({ text, place }) =>
    bareSources(text).map((phrase) => ({
      title: `“${phrase.text}” says nothing about the source`,
      why: "Readers have to know what makes the source credible.",
      todo: "Describe the source: their position, how they know.",
      where: place(phrase),
      subject: phrase.text,
    })),
  );

/** A plural where one source whose name is withheld is all there is. */
export function pluralForOne(story: Reading): Finding[] {
  if (withheldSources(story).length !== 1) return [];
  for (const { text, place } of readersWords(story)) {
    const phrase = pluralSources(text);
    if (phrase)
      return [
        {
          title: `“${phrase.text}” is plural; one unnamed source is on file`,
          why: "A plural for one source misleads readers.",
          todo: "Write “a source …”, described, or add the other.",
          where: place(phrase),
        },
      ];
  }
  return [];
}

/** The central fact on one source, or one voice in the whole story. */
export function singleSourced(story: Reading): Finding[] {
  const known = sourceIds(story);
  const central = story.weights.filter((each) => each.weight === "central" && known.has(each.sourceId));
  const only = central.length === 1 ? central[0]?.sourceId : null;
  const first = recorded(story).find((each) => !only || each.record.source.id === only);
  if (!first) return [];
  if (only)
    return [
      {
        title: `The central fact rests on ${isWithheld(first.record) ? `“${described(first.record.source)}”` : first.record.source.name} alone`,
        why: "One source can be wrong, or want something.",
        todo: "Find a second source or a document, or say in the story why there is one.",
        where: at(first),
        subject: only,
      },
    ];
  if (known.size !== 1 || central.length > 1) return [];
  return [
    {
      title: "All quotes come from one source",
      why: "One voice alone is a reason to look for another.",
      todo: "Find a second source, or say in the story why there is one.",
      where: at(first),
    },
  ];
}

/** Sources of this story that were promised to see their quotes, or the story, before readers do. */
export const promisedApproval = (story: Reading): Finding[] =>
  story.promised
    .filter(({ asked }) => asked === "quote_approval" || asked === "read_before")
    .flatMap(({ sourceId, asked }) => {
      const each = recorded(story).find((quotation) => quotation.record.source.id === sourceId);
      if (!each) return [];
      const { source } = each.record;
      const who = isWithheld(each.record) ? `“${described(source)}”` : source.name;
      return [
        {
          title:
            asked === "quote_approval"
              ? `${who} was promised to approve the quotes`
              : `${who} was promised to read the story first`,
          why: "What was said is not the source’s to change afterwards.",
          todo: "See on the source’s page who accepted this, and whether it has to stand.",
          where: at(each),
          subject: `${sourceId} ${asked}`,
        },
      ];
    });

/** Words off the record: tied to the text, or repeated anywhere that readers see. */
export function offTheRecord(story: Reading): Finding[] {
  const finding = (where: Place, subject: string): Finding => ({
    title: "Words that were said off the record stand in the story",
    why: "They are not for publication in any form.",
    todo: "Take them out.",
    where,
    subject,
  });
  const tied = recorded(story).filter((each) => each.record.groundRule === "off_record");
  const found = new Map<string, Finding>();
  for (const each of tied) found.set(`at ${each.from}`, finding(at(each), each.quoteId));
  const overlaps = (place: Place) =>
    "from" in place && tied.some((each) => place.from < each.to && each.from < place.to);
  for (const place of offRecordPlaces(story.words, story.plain, story.offRecord)) {
    const key = "from" in place ? `at ${place.from}` : "field" in place ? place.field : "";
    if (!overlaps(place) && !found.has(key)) found.set(key, finding(place, key));
  }
  return [...found.values()];
}
