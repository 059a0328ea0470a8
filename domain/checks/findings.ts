import { readBody } from "../body/read-body";
import { findQuotations } from "../quotations/find";
import type { QuoteRecord } from "../quote-record";
import { isVerified } from "../quotes";
import { compareUse, type StoryQuotation, type TiedQuotation, type UntiedQuotation } from "../story-quotes";
import type { Finding, Place, Reading } from "./checked-story";

export const missing = (title: string, todo: string, where: Place): Finding => ({
  title,
  why: "A story without it cannot be published.",
  todo,
  where,
});
export const at = (quotation: { from: number; to: number }): Place => ({
  from: quotation.from,
  to: quotation.to,
});
export const isTied = (each: StoryQuotation): each is TiedQuotation => each.kind === "tied";
export const isUntied = (each: StoryQuotation): each is UntiedQuotation => each.kind === "untied";
const isNot = <Value>(value: Value | null | undefined | false): value is Value => Boolean(value);

export function attributedLine(quotations: readonly StoryQuotation[]): string {
  const tied = quotations.filter(isTied).length;
  return tied > 0 ? `${tied} of ${tied} quotes attributed` : "";
}

const unattributed = (text: string, where: Place): Finding => ({
  title: `${text} has no source`,
  why: "Every quotation stands on a quote with a speaker.",
  todo: "Attach it to a quote, or mark it as not a quotation.",
  where,
  subject: text,
});

export const unattributedInText = ({ quotations }: Reading): Finding[] =>
  quotations
    .filter(isUntied)
    .filter((each) => !each.short)
    .map((each) => unattributed(each.text, at(each)));

/** Headline and standfirst repeat words of the text: a quotation there has to be those of a quote in the story. */
export function unattributedInHeadings({ words, records, house }: Reading): Finding[] {
  return (["headline", "standfirst"] as const).flatMap((field) =>
    findQuotations(words[field])
      .filter((found) => found.words >= house.quotationWords)
      .filter((found) => records.every((record) => compareUse(record, [found.text]).standing === "altered"))
      .map((found) => unattributed(words[field].slice(found.start, found.end), { field })),
  );
}

/** Quotes whose words do not stand any more, or are disputed, in the text or set large. */
export function inDoubt({ quotations, records, words }: Reading, state: "disputed" | "retracted"): Finding[] {
  const finding = (record: QuoteRecord, where: Place): Finding => ({
    title: `The words of ${record.source.name} are ${state}`,
    why:
      state === "retracted"
        ? "The newsroom has taken this quote back: it is not what was said, or not by whom."
        : "Somebody says that they were not said so. The quote's page has who, when and why.",
    todo:
      state === "retracted"
        ? "Take the words out."
        : "Settle it on the quote's page, or be ready to stand by the words.",
    where,
    subject: record.id,
  });
  const inText = quotations
    .filter(isTied)
    .flatMap((each) => (each.record?.state === state ? [finding(each.record, at(each))] : []));
  const setLarge = readBody(words.body).pullQuotes.flatMap(({ quoteId, pos }) => {
    const record = records.find((each) => each.id === quoteId);
    const isListed = inText.some((each) => each.subject === quoteId);
    return record?.state === state && !isListed ? [finding(record, { from: pos, to: pos + 1 })] : [];
  });
  return [...inText, ...setLarge];
}

type PictureUse = {
  readonly alt: string;
  readonly credit: string;
  readonly where: Place;
  readonly subject: string;
};

export function picturesOf({ words }: Reading): PictureUse[] {
  const inText = readBody(words.body).pictures.map(({ attrs, pos }) => ({
    alt: String(attrs.alt ?? ""),
    credit: String(attrs.credit ?? ""),
    where: { from: pos, to: pos + 1 },
    subject: String(attrs.mediaId),
  }));
  const hero = words.hero && {
    alt: words.hero.alt,
    credit: words.hero.credit,
    where: { field: "hero" as const },
    subject: words.hero.mediaId,
  };
  return [hero, ...inText].filter(isNot);
}

export const picturesWithout = (story: Reading, field: "alt" | "credit"): Finding[] =>
  picturesOf(story)
    .filter((picture) => !picture[field].trim())
    .map((picture) => ({
      title: field === "alt" ? "A picture has no alt text" : "A picture has no credit",
      why:
        field === "alt" ? "Readers who cannot see it are told nothing." : "Whoever made it has to be named.",
      todo: field === "alt" ? "Say in a sentence what it shows." : "Write who made it and whose it is.",
      where: picture.where,
      subject: picture.subject,
    }));

/** A pull quote repeats words of a quote of this story, and never words of its own. */
export function pullQuotesAdrift({ words, records }: Reading): Finding[] {
  return readBody(words.body)
    .pullQuotes.filter((pulled) => {
      const record = records.find((each) => each.id === pulled.quoteId);
      return !record || compareUse(record, [pulled.text]).standing === "altered";
    })
    .map((pulled) => ({
      title: "A pull quote differs from the quote it shows, or shows none",
      why: "Words set large are still somebody’s words.",
      todo: "Choose one of the story’s quotes for it.",
      where: { from: pulled.pos, to: pulled.pos + 1 },
      subject: pulled.text,
    }));
}

export function notVerified(quotations: readonly StoryQuotation[]): Finding[] {
  const waiting = quotations
    .filter(isTied)
    .filter((each) => each.record && !isVerified(each.record.verification));
  const first = waiting[0];
  if (!first) return [];
  return [
    {
      title:
        waiting.length === 1 ? "1 quote is not yet checked" : `${waiting.length} quotes are not yet checked`,
      why: "A second person holds each quote against its evidence.",
      todo: "Check them in the sourcing view.",
      where: at(first),
    },
  ];
}
