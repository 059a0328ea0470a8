import type { BodyMark, BodyNode } from "../body/body";
import { embedOf } from "../body/embeds";
import { countWords, readBody, readingMinutes } from "../body/read-body";
import { isWithheld, type QuoteRecord } from "../quote-record";
import { tiedQuotationsOf } from "../story-quotes";
import type { Words } from "../words";
import type {
  PublicAuthor,
  PublicBlock,
  PublicDocument,
  PublicInline,
  PublicName,
  PublicPicture,
} from "./document";
import { noteOf } from "./notes";
import { sourcingOf } from "./sourcing";

/** A picture's file, as the desk knows it. */
export type PictureFile = {
  readonly id: string;
  readonly name: string;
  readonly widths: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly focal: readonly [number, number];
};

/** All that a publication is made of. The paper's name stands in the notes: "Interview with The Tidewater Record". */
export type Publishable = {
  readonly storyId: string;
  readonly words: Words;
  readonly slug: string;
  readonly section: PublicName;
  readonly topics: readonly PublicName[];
  readonly authors: readonly PublicAuthor[];
  readonly records: readonly QuoteRecord[];
  readonly pictures: readonly PictureFile[];
  readonly paperName: string;
  readonly publishedAt: Date;
  readonly updatedAt: Date;
  readonly withoutAppeal?: boolean;
  readonly withoutReplies?: boolean;
  /** The quotation that an editor chose for the card. */
  readonly cardQuoteId?: string | null;
};

/** The number of each quote's margin note, from 1, in the order of the text. */
export function noteNumbers(words: Words, given: readonly QuoteRecord[]): Map<string, number> {
  const records = new Map(given.filter(isPublishable).map((record) => [record.id, record]));
  const shown = tiedQuotationsOf(words.body, records).filter((each) => each.record !== null);
  return new Map(shown.map((each, index) => [each.quoteId, index + 1]));
}

/** Builds what readers may see of a story, field by field. What is confidential has no field to go into: of a withheld
 * source only the description, the reason and the number of editors who know are ever read here. */
export function publicationOf(story: Publishable): PublicDocument {
  const { words } = story;
  const records = new Map(story.records.filter(isPublishable).map((record) => [record.id, record]));
  const shown = tiedQuotationsOf(words.body, records).filter((each) => each.record !== null);
  const numbers = noteNumbers(words, story.records);
  const notes = shown.flatMap((each) =>
    each.record
      ? [noteOf(each.record, each.displayed, numberOf(numbers, each.quoteId), story.paperName)]
      : [],
  );
  const wordCount = countWords(readBody(words.body).text);
  const reading: Reading = { records, numbers, pictures: story.pictures, paperName: story.paperName };
  return {
    version: 1,
    storyId: story.storyId,
    address: `/${story.section.slug}/${story.slug}`,
    section: { slug: story.section.slug, name: story.section.name },
    topics: story.topics.map(({ slug, name }) => ({ slug, name })),
    language: words.language,
    kicker: words.kicker.trim(),
    headline: words.headline.trim(),
    standfirst: words.standfirst.trim(),
    authors: story.authors.map(({ slug, name, title }) => ({ slug, name, title })),
    publishedAt: story.publishedAt.toISOString(),
    updatedAt: story.updatedAt.toISOString(),
    words: wordCount,
    minutes: readingMinutes(wordCount),
    hero: words.hero ? publicPicture(words.hero, story.pictures) : null,
    body: endNotes(blocksOf(words.body.content ?? [], reading)),
    notes,
    sourcing: sourcingOf(shown.flatMap((each) => (each.record ? [each.record] : []))),
    ...(story.withoutAppeal ? { withoutAppeal: true } : {}),
    ...(story.withoutReplies ? { withoutReplies: true } : {}),
    ...cardQuoteIn(notes, records.get(story.cardQuoteId ?? "")?.publicRef),
  };
}

/** The choice of a quotation for the card as a publication keeps it: none where no note shows it by name. */
export const cardQuoteIn = (
  notes: PublicDocument["notes"],
  ref: string | null | undefined,
): Pick<PublicDocument, "cardQuote"> =>
  ref && notes.some((note) => note.ref === ref) ? { cardQuote: ref } : {};

/** The quotations of a text that its card may show, in the order of the text: those of named speakers, as displayed. */
export function cardQuotes(
  words: Words,
  given: readonly QuoteRecord[],
): { readonly quoteId: string; readonly words: string; readonly speaker: string }[] {
  const records = new Map(given.filter(isPublishable).map((record) => [record.id, record]));
  return tiedQuotationsOf(words.body, records).flatMap(({ record, quoteId, displayed }) =>
    record && !isWithheld(record) ? [{ quoteId, words: displayed, speaker: record.source.name }] : [],
  );
}

type Reading = {
  readonly records: ReadonlyMap<string, QuoteRecord>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly pictures: readonly PictureFile[];
  readonly paperName: string;
};

/** Nothing off the record is ever in a publication, whatever else went wrong before. */
const isPublishable = (record: QuoteRecord) => record.groundRule !== "off_record";

const numberOf = (numbers: ReadonlyMap<string, number>, quoteId: string) => numbers.get(quoteId) ?? 0;

function publicPicture(
  use: { mediaId: string; alt: string; caption: string; credit: string },
  files: readonly PictureFile[],
): PublicPicture | null {
  const file = files.find((each) => each.id === use.mediaId);
  if (!file) return null;
  return {
    name: file.name,
    widths: [...file.widths],
    width: file.width,
    height: file.height,
    alt: use.alt,
    caption: use.caption,
    credit: use.credit,
    focal: file.focal,
  };
}

const blocksOf = (nodes: readonly BodyNode[], reading: Reading): PublicBlock[] =>
  nodes.flatMap((node) => blockOf(node, reading) ?? []);

function blockOf(node: BodyNode, reading: Reading): PublicBlock | null {
  switch (node.type) {
    case "paragraph":
      // An empty line is a habit of typing, not something to print.
      return node.content?.length ? { kind: "paragraph", inline: inlineOf(node, reading) } : null;
    case "heading":
      return { kind: "heading", level: node.attrs?.level === 3 ? 3 : 2, inline: inlineOf(node, reading) };
    case "bulletList":
    case "orderedList":
      return {
        kind: "list",
        ordered: node.type === "orderedList",
        start: typeof node.attrs?.start === "number" ? node.attrs.start : 1,
        items: (node.content ?? []).map((item) => blocksOf(item.content ?? [], reading)),
      };
    case "blockquote": {
      const blocks = blocksOf(node.content ?? [], reading);
      return blocks.length > 0 ? { kind: "blockquote", blocks } : null;
    }
    case "pullQuote":
      return pullQuoteOf(node, reading);
    case "picture": {
      const picture = publicPicture(
        {
          mediaId: String(node.attrs?.mediaId),
          alt: String(node.attrs?.alt ?? ""),
          caption: String(node.attrs?.caption ?? ""),
          credit: String(node.attrs?.credit ?? ""),
        },
        reading.pictures,
      );
      return picture && { kind: "picture", picture };
    }
    case "embed": {
      const embed = embedOf(node.attrs ?? {});
      return embed && { kind: "embed", embed, caption: String(node.attrs?.caption ?? "").trim() };
    }
    case "horizontalRule":
      return { kind: "rule" };
    // An internal note among them: it has no block to become.
    default:
      return null;
  }
}

function pullQuoteOf(node: BodyNode, { records, paperName }: Reading): PublicBlock | null {
  const record = records.get(String(node.attrs?.quoteId));
  if (!record) return null;
  const text = (node.content ?? []).map((child) => child.text ?? "").join("");
  // Named as its margin note would name it, so that a name withheld there is withheld here.
  const { speaker, role, slug } = noteOf(record, text, 0, paperName);
  return { kind: "pullQuote", text, speaker, role, slug };
}

function inlineOf(node: BodyNode, { numbers }: Reading): PublicInline[] {
  return (node.content ?? []).flatMap((child): PublicInline[] => {
    if (child.type === "hardBreak") return [{ kind: "break" }];
    if (child.type !== "text" || !child.text) return [];
    const mark = (name: string): BodyMark | undefined => child.marks?.find((each) => each.type === name);
    const note = numbers.get(String(mark("quote")?.attrs?.quoteId));
    const href = mark("link")?.attrs?.href;
    return [
      {
        kind: "text",
        text: child.text,
        ...(mark("bold") && { bold: true as const }),
        ...(mark("italic") && { italic: true as const }),
        ...(typeof href === "string" && { href }),
        ...(note && { note }),
      },
    ];
  });
}

/** Marks the piece with which each quotation ends for the first time: the number stands behind it. */
function endNotes(blocks: PublicBlock[]): PublicBlock[] {
  const seen = new Set<number>();
  return blocks.map((block) => withNumbers(block, seen));
}

function withNumbers(block: PublicBlock, seen: Set<number>): PublicBlock {
  if (block.kind === "list") {
    return { ...block, items: block.items.map((item) => item.map((each) => withNumbers(each, seen))) };
  }
  if (block.kind === "blockquote")
    return { ...block, blocks: block.blocks.map((each) => withNumbers(each, seen)) };
  if (block.kind !== "paragraph" && block.kind !== "heading") return block;
  const inline = block.inline.map((piece, index): PublicInline => {
    const note = piece.kind === "text" ? piece.note : undefined;
    const next = block.inline[index + 1];
    const goesOn = next?.kind === "text" && next.note === note;
    if (piece.kind !== "text" || !note || seen.has(note) || goesOn) return piece;
    seen.add(note);
    return { ...piece, noteEnds: true };
  });
  return { ...block, inline };
}
