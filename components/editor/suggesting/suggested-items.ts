import type { Editor } from "@tiptap/react";
import { type Lines, lineIn, suggestedLines } from "@/domain/review/suggested-lines";
import type { OpenSuggestion } from "./send-suggestions";
import { type SuggestedPiece, suggestedIn } from "./suggested-shown";
import type { SuggestingView } from "./suggesting";

/** One suggested edit as it is gone through: in the body, where `piece` stands, or in a line above it. */
export type SuggestedItem = {
  readonly key: string;
  readonly field: OpenSuggestion["field"];
  readonly piece: SuggestedPiece | null;
  /** Null for one that was typed a moment ago. */
  readonly suggestion: OpenSuggestion | null;
  readonly out: string;
  readonly in: string;
  /** It was typed on this page, in the text that is on screen, and can be taken back there. */
  readonly isHere: boolean;
};

/** Every suggested edit whose words are in the text, from the headline down. */
export function itemsIn(
  editor: Editor,
  { list, proposal }: SuggestingView,
  userId: string,
  fields: Lines,
): SuggestedItem[] {
  const above = suggestedLines.flatMap((field): SuggestedItem[] => {
    const of = list.filter((each) => each.field === field && each.span);
    const wording = lineIn(fields, field);
    const proposed = proposal ? lineIn(proposal.text.fields, field) : wording;
    const known = of.filter((each) => !proposal || each.byId !== userId);
    const here = of.find((each) => each.byId === userId && each.replacement === proposed);
    const items = known.map((suggestion) => ({
      key: suggestion.id,
      field,
      piece: null,
      suggestion,
      out: suggestion.out,
      in: suggestion.in,
      isHere: false,
    }));
    if (proposed === wording) return items;
    return [
      ...items,
      {
        key: `here-${field}`,
        field,
        piece: null,
        suggestion: here ?? null,
        out: wording,
        in: proposed,
        isHere: true,
      },
    ];
  });
  const below = suggestedIn(editor.state).map(
    (piece): SuggestedItem => ({
      key: piece.taken ? `here-${piece.from}` : (piece.suggestion?.id ?? ""),
      field: "body",
      piece,
      suggestion: piece.suggestion,
      out: piece.out,
      in: piece.in,
      isHere: piece.taken !== null,
    }),
  );
  return [...above, ...below];
}

/** The one that the caret stands in, else the one that was gone to, else the first after the caret, else the first. */
export function itemAt(editor: Editor, items: readonly SuggestedItem[], chosen: string | null): number {
  const { from, to } = editor.state.selection;
  const within = items.findIndex(({ piece }) => piece && piece.from <= to && from <= piece.to);
  if (within >= 0) return within;
  const gone = items.findIndex(({ key }) => key === chosen);
  if (gone >= 0) return gone;
  const next = items.findIndex(({ piece }) => piece && piece.from >= from);
  return next >= 0 ? next : items.length > 0 ? 0 : -1;
}
