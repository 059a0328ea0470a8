import type { Body } from "../body/body";
import type { Verdict } from "../checks/checked-story";
import type { QuoteRecord } from "../quote-record";
import { isVerified } from "../quotes";
import type { StoryQuotation } from "../story-quotes";
import { type Anchor, passageIn } from "./anchor";
import type { ShownSuggestion } from "./shown-suggestions";

/** The anchor of a place in the text, for what points there. */
export const anchorAt = (from: number): string => `at-${from}`;

/** The address, within the reviewing page, of what a check points at: a field, a place in the text, a comment. */
export function placeOf(where: Verdict["where"]): string | null {
  if (!where) return null;
  if ("threadId" in where) return `#thread-${where.threadId}`;
  if ("field" in where) {
    if (where.field === "replies") return "#replies";
    if (where.field === "kicker") return "#field-section";
    const onSheet = ["headline", "standfirst", "section", "hero", "body"];
    return onSheet.includes(where.field) ? `#field-${where.field}` : "#about";
  }
  return `#${anchorAt(where.from)}`;
}

/** The line under a quotation: verified by a second person, tied to a quote, or standing in the way of approval. */
export function lineOf(quotation: StoryQuotation): "verified" | "attributed" | "broken" {
  if (quotation.kind === "untied") return quotation.short ? "attributed" : "broken";
  if (!quotation.record || quotation.standing === "altered") return "broken";
  return isVerified(quotation.record.verification) ? "verified" : "attributed";
}

/** How a quotation stands, in a few words. */
export function standingWords(quotation: StoryQuotation): string {
  if (quotation.kind === "untied") return quotation.short ? "Short, tied to no quote" : "No source";
  if (!quotation.record) return "Tied to a quote that is not on file";
  if (quotation.standing === "altered") return "Differs from the verbatim";
  return quotation.standing === "verbatim" ? "Verbatim" : "A permitted edit of the verbatim";
}

/** Something to be seen at a stretch of text. `from` and `to` are the editor's positions; `anchor` is what points there. */
export type Marking = {
  readonly from: number;
  readonly to: number;
  readonly kind: "verified" | "attributed" | "broken" | "passage" | "suggested" | "place";
  /** Words that are suggested to stand after it. */
  readonly insert?: string;
  readonly title?: string;
  readonly anchor?: string;
};

/** All that is marked on the sheet: quotations, passages that are talked about, places that checks point at. */
export function markingsOf(
  body: Body,
  quotations: readonly StoryQuotation[],
  verdicts: readonly Verdict[],
  threads: readonly (Anchor & { readonly id: string })[],
  suggested: readonly (Pick<ShownSuggestion, "span" | "in"> & {
    readonly id: string;
    readonly field: string;
    readonly by: string;
  })[] = [],
): Marking[] {
  const quoted = quotations.flatMap((quotation): Marking[] => {
    const kind = lineOf(quotation);
    const who = quotation.kind === "tied" && quotation.record ? `${speakerOf(quotation.record)}. ` : "";
    const title = `${who}${standingWords(quotation)}.`;
    const parts = quotation.kind === "tied" ? quotation.parts : [quotation];
    return parts.map(({ from, to }) => ({ from, to, kind, title }));
  });
  const talked = threads.flatMap((thread): Marking[] => {
    const place = passageIn(body, thread);
    return place ? [{ from: place.from, to: place.to, kind: "passage", anchor: `passage-${thread.id}` }] : [];
  });
  const others = suggested.flatMap(({ span, in: insert, id, field, by }): Marking[] =>
    span && field === "body"
      ? [
          {
            ...span,
            kind: "suggested",
            title: `Suggested by ${by}`,
            anchor: `suggested-${id}`,
            ...(insert && { insert }),
          },
        ]
      : [],
  );
  const pointedAt = new Set(verdicts.flatMap(({ where }) => (where && "from" in where ? [where.from] : [])));
  const places = [...pointedAt].map(
    (from): Marking => ({ from, to: from + 1, kind: "place", anchor: anchorAt(from) }),
  );
  return [...quoted, ...talked, ...others, ...places];
}

/** Whoever said it, by the name that the desk has or by how readers are told of them. */
export const speakerOf = (record: QuoteRecord) =>
  record.source.unnamed ? record.source.publicDescription || "Unnamed source" : record.source.name;
