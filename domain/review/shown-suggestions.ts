import type { Fragment, Node } from "@tiptap/pm/model";
import type { Body } from "../body/body";
import type { QuoteRecord } from "../quote-record";
import { type TiedQuotation, tiedQuotationsOf } from "../story-quotes";
import type { Words } from "../words";
import { type BodyChange, withChange } from "./changes";
import { speakerOf } from "./markings";
import type { SuggestedLine } from "./suggested-lines";
import { changeOf, documentOf, inOneLine, lettersOf, lineWith, type Suggested } from "./suggested-text";

/** A suggestion as it is read on the desk, in its place in the text. */
export type ShownSuggestion = {
  /** Where its words stand, in the editor's positions; in a line above it 0. Null: they are gone. */
  readonly span: { readonly from: number; readonly to: number } | null;
  /** The words that go and those that come, each in one line. */
  readonly out: string;
  readonly in: string;
  /** A few words on either side, for one that puts words in where none were. */
  readonly lead: string;
  readonly tail: string;
  /** What becomes of the quotation in which it stands. */
  readonly quotation: string | null;
  /** What it does to pictures of the text and to what is said of them: in the text each of them is one sign. */
  readonly picture: string | null;
};

/** Each suggestion in the text as it stands, and what it would do to the quotations that it touches. */
export function shownSuggestions<Given extends Suggested>(
  words: Words,
  given: readonly Given[],
  records: readonly QuoteRecord[],
): (Given & ShownSuggestion)[] {
  if (given.length === 0) return [];
  const doc = documentOf(words.body);
  const letters = lettersOf(doc);
  const known = new Map(records.map((record) => [record.id, record]));
  const tied = tiedQuotationsOf(words.body, known);
  return given.map((each) => {
    const change = each.field === "body" ? changeOf(doc, letters, each) : null;
    const span =
      each.field === "body"
        ? change && { from: change.from, to: change.to }
        : inLine(words, each.field, each);
    return {
      ...each,
      span,
      out: inOneLine(each.passage),
      in: each.replacement,
      lead: inOneLine(each.before.slice(-24)),
      tail: inOneLine(each.after.slice(0, 24)),
      picture: change && pictureAfter(doc, change),
      quotation: change && becomes(change, tied, known, () => bodyAfter(doc, change)),
    };
  });
}

const inLine = (words: Words, line: SuggestedLine, given: Suggested) =>
  lineWith(words, line, given) === null ? null : { from: 0, to: 0 };

function pictureAfter(doc: Node, { from, to, slice }: BodyChange): string | null {
  const [before, after] = [picturesIn(doc.slice(from, to).content), picturesIn(slice.content)];
  const [one, other] = [before[0], after[0]];
  if (one && other && before.length === 1 && after.length === 1 && one.attrs.mediaId === other.attrs.mediaId)
    return saidOfPicture
      .filter(({ name }) => one.attrs[name] !== other.attrs[name])
      .map(
        ({ name, label }) => `${label}: ${inMarks(one.attrs[name])} becomes ${inMarks(other.attrs[name])}.`,
      )
      .join(" ");
  const told = [
    ...before.map((picture) => `The picture ${named(picture)} goes.`),
    ...after.map((picture) => `The picture ${named(picture)} comes.`),
  ];
  return told.length > 0 ? told.join(" ") : null;
}

const saidOfPicture = [
  { name: "alt", label: "Alt text" },
  { name: "caption", label: "Caption" },
  { name: "credit", label: "Credit" },
];
const named = ({ attrs: { alt } }: Node) => (alt ? `“${alt}”` : "without alt text");
const inMarks = (words: unknown) => (words ? `“${words}”` : "nothing");

function picturesIn(content: Fragment): Node[] {
  const found: Node[] = [];
  content.descendants((node) => {
    if (node.type.name === "picture") found.push(node);
  });
  return found;
}

const bodyAfter = (doc: ReturnType<typeof documentOf>, change: BodyChange): Body | null =>
  (withChange(doc, change)?.toJSON() as Body | undefined) ?? null;

function becomes(
  { from, to }: BodyChange,
  tied: readonly TiedQuotation[],
  known: ReadonlyMap<string, QuoteRecord>,
  after: () => Body | null,
): string | null {
  const touched = tied.filter(({ parts }) =>
    parts.some((part) =>
      from === to ? part.from < from && from < part.to : part.from < to && from < part.to,
    ),
  );
  if (touched.length === 0) return null;
  const body = after();
  const then = body ? tiedQuotationsOf(body, known) : [];
  return touched
    .map((before) => fateOf(before, then.find(({ quoteId }) => quoteId === before.quoteId) ?? null))
    .join(" ");
}

function fateOf(before: TiedQuotation, then: TiedQuotation | null): string {
  const whose = before.record ? `the quote of ${speakerOf(before.record)}` : "a quote that is not on file";
  if (!then) return `If accepted, no words are tied to ${whose} any more.`;
  if (!before.record) return `It stays tied to ${whose}.`;
  if (then.standing === "altered")
    return before.standing === "altered"
      ? `It stays tied to ${whose}, and differs from the verbatim as before.`
      : `It stays tied to ${whose}, but would differ from the verbatim: no approval until that is mended.`;
  return then.standing === "verbatim"
    ? `It stays tied to ${whose}, word for word.`
    : `It stays tied to ${whose}, as a permitted edit of the verbatim.`;
}
