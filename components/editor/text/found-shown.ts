import { type Editor, Extension } from "@tiptap/core";
import { closeHistory } from "@tiptap/pm/history";
import type { Mark, Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { type Finding, matchesIn } from "@/domain/writing/find-text";
import { type InPicture, replacedInWords } from "./found-in-pictures";
import { changeFromOutside } from "./outside-change";
import { isQuoted, type Passage } from "./quotations-shown";

export type Sought = { readonly words: string; readonly how: Finding };
export type Found = Passage & { readonly quoted: boolean };

type Shown = {
  readonly sought: Sought | null;
  readonly found: readonly Passage[];
  /** Which of them is the one that is looked at; -1 for none. */
  readonly at: number;
  readonly marks: DecorationSet;
};
type Told = { readonly sought?: Sought | null; readonly at?: number };

const key = new PluginKey<Shown>("foundShown");
const nothing: Shown = { sought: null, found: [], at: -1, marks: DecorationSet.empty };

/** Every place of the words in the body. None reaches over the end of a paragraph. */
function foundIn(doc: Node, { words, how }: Sought): Passage[] {
  const found: Passage[] = [];
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    const text = node.textBetween(0, node.content.size, undefined, "\n");
    for (const { start, end } of matchesIn(text, words, how)) {
      found.push({ from: pos + 1 + start, to: pos + 1 + end });
    }
    return false;
  });
  return found;
}

function apply(tr: Transaction, before: Shown): Shown {
  const told: Told | undefined = tr.getMeta(key);
  if (!told && !(tr.docChanged && before.sought)) return before;
  const sought = told?.sought === undefined ? before.sought : told.sought;
  if (!sought?.words) return { ...nothing, sought };
  const isNew = sought !== before.sought || tr.docChanged;
  const found = isNew ? foundIn(tr.doc, sought) : before.found;
  const at = Math.min(told?.at ?? before.at, found.length - 1);
  const marks = found.map(({ from, to }, index) =>
    Decoration.inline(from, to, { class: index === at ? "found found-here" : "found" }),
  );
  return { sought, found, at, marks: DecorationSet.create(tr.doc, marks) };
}

/** Marks the words that are looked for. */
export const foundShown = Extension.create({
  name: "foundShown",
  addProseMirrorPlugins: () => [
    new Plugin<Shown>({
      key,
      state: { init: () => nothing, apply },
      props: { decorations: (state) => key.getState(state)?.marks },
    }),
  ],
});

/** What is found now, and which one is looked at. */
export function foundNow(state: EditorState): { found: readonly Found[]; at: number } {
  const { found, at } = key.getState(state) ?? nothing;
  return { found: found.map((each) => ({ ...each, quoted: isQuoted(state, each) })), at };
}

const tell = (editor: Editor, told: Told) =>
  changeFromOutside(editor, ({ tr }) => tr.setMeta(key, told).setMeta("addToHistory", false));

/** Looks for other words. The first one after the caret is looked at. */
export function seek(editor: Editor, sought: Sought | null): void {
  tell(editor, { sought, at: 0 });
  const { found } = key.getState(editor.state) ?? nothing;
  const after = found.findIndex(({ from }) => from >= editor.state.selection.from);
  if (after > 0) tell(editor, { at: after });
}

/** Goes on to another place, around the end to the beginning. */
export function lookAt(editor: Editor, at: number): void {
  const { found } = key.getState(editor.state) ?? nothing;
  if (found.length > 0) tell(editor, { at: (at + found.length) % found.length });
}

/** The marks that all of these words have: what they are set in, and the quote they are tied to. */
function marksOf(doc: Node, { from, to }: Passage): readonly Mark[] {
  let shared: readonly Mark[] | null = null;
  doc.nodesBetween(from, to, (node) => {
    if (node.isText) shared = shared ? shared.filter((mark) => mark.isInSet(node.marks)) : node.marks;
  });
  return shared ?? [];
}

/** Puts other words in these places, in one step of undo. The words keep the quote they are tied to. */
export function replaceFound(
  editor: Editor,
  places: readonly Passage[],
  words: string,
  inPictures: readonly (InPicture & { readonly pos: number })[] = [],
): void {
  changeFromOutside(editor, ({ tr, doc, schema }) => {
    // First, for it moves nothing.
    for (const each of inPictures)
      for (const [name, value] of Object.entries(replacedInWords(each, words)))
        tr.setNodeAttribute(each.pos, name, value);
    for (const place of places.toSorted((one, other) => other.from - one.from)) {
      if (words) tr.replaceWith(place.from, place.to, schema.text(words, marksOf(doc, place)));
      else tr.delete(place.from, place.to);
    }
    return closeHistory(tr);
  });
}
