import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { type BodyChange, carriedOver, changesBetween } from "@/domain/review/changes";
import { changeOf, inOneLine, lettersIn, lettersOf } from "@/domain/review/suggested-text";
import type { OpenSuggestion } from "./send-suggestions";

/** A suggested edit where it stands in the text on screen. `suggestion` is null for one that was typed here a moment ago
 * and is not kept yet; `taken` is what would undo it, for one that was typed here. */
export type SuggestedPiece = {
  readonly from: number;
  readonly to: number;
  readonly out: string;
  readonly in: string;
  readonly suggestion: OpenSuggestion | null;
  readonly taken: BodyChange | null;
};

/** What the marks are drawn from. With `base` the text on screen is that one with the person's own suggestions in it;
 * without, it is the story's text, and nobody's suggestions are. */
type Source = {
  readonly base: Node | null;
  readonly list: readonly OpenSuggestion[];
  readonly userId: string;
};
type Shown = Source & {
  readonly pieces: readonly SuggestedPiece[];
  readonly marks: DecorationSet;
};

const key = new PluginKey<Shown>("suggestedShown");
const nothing: Shown = { base: null, list: [], userId: "", pieces: [], marks: DecorationSet.empty };

/** Shows what is suggested in the text: words that would go are struck, words that would come are underlined. */
export const suggestedShown = Extension.create({
  name: "suggestedShown",
  addProseMirrorPlugins: () => [
    new Plugin<Shown>({
      key,
      state: { init: () => nothing, apply },
      props: { decorations: (state) => key.getState(state)?.marks },
    }),
  ],
});

export const showSuggested = (tr: Transaction, source: Source): Transaction =>
  tr.setMeta(key, source).setMeta("addToHistory", false);

/** The suggested edits in the text, in its order. */
export const suggestedIn = (state: EditorState): readonly SuggestedPiece[] =>
  key.getState(state)?.pieces ?? [];

function apply(tr: Transaction, before: Shown): Shown {
  const told: Source | undefined = tr.getMeta(key);
  if (!told && !tr.docChanged) return before;
  const source = told ?? before;
  if (!source.base && source.list.length === 0) return { ...nothing, ...source };
  const pieces = source.base
    ? typedHere(source, source.base, tr.doc)
    : told
      ? besideText(source, tr.doc)
      : moved(before.pieces, tr);
  const { base, list, userId } = source;
  return { base, list, userId, pieces, marks: drawn(tr.doc, pieces) };
}

function besideText({ list }: Source, doc: Node): SuggestedPiece[] {
  const letters = lettersOf(doc);
  const pieces = list.flatMap((suggestion): SuggestedPiece[] => {
    if (suggestion.field !== "body") return [];
    const change = changeOf(doc, letters, suggestion);
    return change ? [pieceOf(suggestion, change.from, change.to)] : [];
  });
  return inOrder(pieces);
}

const pieceOf = (suggestion: OpenSuggestion, from: number, to: number): SuggestedPiece => ({
  from,
  to,
  out: suggestion.out,
  in: suggestion.in,
  suggestion,
  taken: null,
});

const inOrder = (pieces: readonly SuggestedPiece[]) =>
  [...pieces].sort((one, other) => one.from - other.from || one.to - other.to);

/** While the text is written on: a suggestion whose words are changed is none any more. */
function moved(pieces: readonly SuggestedPiece[], tr: Transaction): SuggestedPiece[] {
  return pieces.flatMap((piece): SuggestedPiece[] => {
    const isPoint = piece.from === piece.to;
    const from = tr.mapping.map(piece.from, isPoint ? -1 : 1);
    const to = isPoint ? from : tr.mapping.map(piece.to, -1);
    if (from > to || inOneLine(lettersIn(tr.doc.slice(from, to))) !== piece.out) return [];
    return [{ ...piece, from, to }];
  });
}

function typedHere({ list, userId }: Source, base: Node, doc: Node): SuggestedPiece[] {
  const changes = changesBetween(base, doc);
  const letters = lettersOf(base);
  const own = changes.map(({ from, to, slice, at, end }): SuggestedPiece => {
    const passage = letters.slice(from, to);
    const put = inOneLine(lettersIn(slice));
    const known = list.find(
      (each) =>
        each.byId === userId &&
        each.field === "body" &&
        each.passage === passage &&
        each.in === put &&
        each.span?.from === from,
    );
    return {
      from: at,
      to: end,
      out: inOneLine(passage),
      in: put,
      suggestion: known ?? null,
      taken: { from: at, to: end, slice: base.slice(from, to) },
    };
  });
  const others = list.flatMap((suggestion): SuggestedPiece[] => {
    if (suggestion.byId === userId || suggestion.field !== "body") return [];
    const change = changeOf(base, letters, suggestion);
    const from = change && carriedOver(change, changes);
    return change && from !== null ? [pieceOf(suggestion, from, from + change.to - change.from)] : [];
  });
  return inOrder([...own, ...others]);
}

function drawn(doc: Node, pieces: readonly SuggestedPiece[]): DecorationSet {
  return DecorationSet.create(
    doc,
    pieces.flatMap((piece) => (piece.taken ? drawnTyped(doc, piece) : drawnBeside(doc, piece))),
  );
}

const titleOf = ({ suggestion }: SuggestedPiece) =>
  suggestion ? `Suggested by ${suggestion.by}` : "Suggested by you, a moment ago";

/** One that was typed: its words are in the text on screen, and those that would go are not. */
function drawnTyped(doc: Node, piece: SuggestedPiece): Decoration[] {
  const { from, to, out } = piece;
  const marks = [...inText(doc, piece, "ins"), ...blocksIn(doc, piece, "suggested-block-in")];
  if (out) marks.push(besideWords(from, "del", out, piece, -1));
  if (piece.in && marks.length === (out ? 1 : 0)) marks.push(besideWords(to, "ins", piece.in, piece, -1));
  return marks;
}

/** One that stands beside the text: the words that would go are in it, and those that would come are not. */
function drawnBeside(doc: Node, piece: SuggestedPiece): Decoration[] {
  const marks = [...inText(doc, piece, "del"), ...blocksIn(doc, piece, "suggested-block-out")];
  if (piece.out && marks.length === 0) marks.push(besideWords(piece.from, "del", piece.out, piece, -1));
  if (piece.in) marks.push(besideWords(piece.to, "ins", piece.in, piece, 1));
  return marks;
}

const lookOf = { ins: "suggested-in", del: "suggested-out" } as const;

function inText(doc: Node, piece: SuggestedPiece, nodeName: "ins" | "del"): Decoration[] {
  const { from, to } = piece;
  if (from === to || !doc.textBetween(from, to, "", "x")) return [];
  return [Decoration.inline(from, to, { nodeName, class: lookOf[nodeName], title: titleOf(piece) })];
}

/** Pictures, embeds and lines hold no words. */
function blocksIn(doc: Node, { from, to }: SuggestedPiece, look: string): Decoration[] {
  const marks: Decoration[] = [];
  if (from < to)
    doc.nodesBetween(from, to, (node, pos) => {
      if (node.isLeaf && node.isBlock) marks.push(Decoration.node(pos, pos + node.nodeSize, { class: look }));
    });
  return marks;
}

function besideWords(
  at: number,
  name: "ins" | "del",
  words: string,
  piece: SuggestedPiece,
  side: number,
): Decoration {
  const draw = () => {
    const element = document.createElement(name);
    element.className = lookOf[name];
    element.title = titleOf(piece);
    element.textContent = words;
    return element;
  };
  return Decoration.widget(at, draw, { side, key: `${name} ${words} ${titleOf(piece)}` });
}
