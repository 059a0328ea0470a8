import { Extension } from "@tiptap/core";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { Mapping as Mapped, type Mapping } from "@tiptap/pm/transform";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { atPlaces, quotationKey, tagOf } from "@/domain/quote-lines";
import type { StoryQuotation } from "@/domain/story-quotes";
import { piecesOf } from "./quotations-reader";

export type Passage = { readonly from: number; readonly to: number };

type Shown = {
  readonly marks: DecorationSet;
  /** The quotation that each mark stands for, told by the mark's specification: that stays the same when a mark moves. */
  readonly keys: ReadonlyMap<unknown, string>;
  readonly selected: string | null;
  readonly quotations: readonly StoryQuotation[];
  /** What changed since the text was last handed over to be read. */
  readonly since: Mapping;
  /** Words that a dialog is about: they keep their place while it is open. */
  readonly held: Passage | null;
};

type Told =
  | { readonly kind: "asked" }
  | { readonly kind: "read"; readonly quotations: readonly StoryQuotation[] }
  | { readonly kind: "select"; readonly key: string | null }
  | { readonly kind: "hold"; readonly passage: Passage | null };

const shown = new PluginKey<Shown>("quotationsShown");

function look(quotation: StoryQuotation): string {
  if (quotation.kind === "untied" && quotation.short) return "said-short";
  return { sourced: "said-verified", attention: "said-attributed", broken: "said-broken" }[
    tagOf(quotation).tone
  ];
}

/** Underlines each quotation by how it stands. The reading comes from outside, later; until then the marks move
 * along with the text. */
export const quotationsShown = (select: (key: string | null) => void) =>
  Extension.create({
    name: "quotationsShown",
    addProseMirrorPlugins() {
      return [
        new Plugin<Shown>({
          key: shown,
          state: {
            init: () => ({
              marks: DecorationSet.empty,
              keys: new Map(),
              selected: null,
              quotations: [],
              since: new Mapped(),
              held: null,
            }),
            apply,
          },
          props: {
            decorations: (state) => shown.getState(state)?.marks,
            handleClick(view, pos) {
              select(keyAt(view.state, pos));
              return false;
            },
          },
        }),
      ];
    },
  });

function apply(tr: Transaction, before: Shown): Shown {
  const told: Told | undefined = tr.getMeta(shown);
  let next = before;
  if (tr.docChanged) {
    const since = new Mapped([...before.since.maps, ...tr.mapping.maps]);
    next = {
      ...before,
      marks: before.marks.map(tr.mapping, tr.doc),
      since,
      held: mapped(before.held, tr.mapping),
    };
  }
  switch (told?.kind) {
    case "asked":
      return { ...next, since: new Mapped() };
    case "hold":
      return { ...next, held: told.passage };
    case "select": {
      const selected = { ...next, selected: told.key };
      return { ...selected, ...drawn(tr, selected) };
    }
    case "read": {
      const quotations = told.quotations.map((each) => moved(each, next.since));
      const selected = renamed(next, quotations);
      // The same text may be told of again, read as a whole: what changed since it was handed over still counts.
      const read = { ...next, quotations, selected };
      return { ...read, ...drawn(tr, read) };
    }
    default:
      return next;
  }
}

/** A quotation without a quote is named by its place, which has moved if something was typed before it. */
function renamed({ marks, keys, selected }: Shown, quotations: readonly StoryQuotation[]): string | null {
  if (!selected) return null;
  if (quotations.some((each) => quotationKey(each) === selected && each.kind === "tied")) return selected;
  const [mark] = marks.find(undefined, undefined, (spec) => keys.get(spec) === selected);
  const same = quotations.find((each) => each.from === mark?.from);
  return same ? quotationKey(same) : null;
}

const mapped = (passage: Passage | null, mapping: Mapping): Passage | null =>
  passage && { from: mapping.map(passage.from, 1), to: mapping.map(passage.to, -1) };

/** The text may have changed between handing it over and reading it: the places move along, the words do not matter. */
function moved(quotation: StoryQuotation, since: Mapping): StoryQuotation {
  if (since.maps.length === 0) return quotation;
  const places = piecesOf(quotation).map(({ from, to }) => ({
    from: since.map(from, 1),
    to: since.map(to, -1),
  }));
  return atPlaces(quotation, places);
}

/** So many marks are put in and taken out one by one; where more change, all are made anew. */
const fewMarks = 40;

/** The marks of the quotations. Those that stand already where they should are left alone: in a long story there are
 * hundreds, and most are still where typing has moved them. */
function drawn(tr: Transaction, shown: Shown): Pick<Shown, "marks" | "keys"> {
  const { quotations, selected, marks: before } = shown;
  const end = tr.doc.content.size;
  const standing = new Map(
    before.find().map((mark) => [signOfMark(mark.from, mark.to, mark.spec.name), mark]),
  );
  const keys = new Map<unknown, string>();
  const fresh: Decoration[] = [];
  for (const quotation of quotations) {
    const key = quotationKey(quotation);
    const name = `said ${look(quotation)}${key === selected ? " said-selected" : ""}`;
    for (const { from, to } of piecesOf(quotation)) {
      if (from >= to || to > end) continue;
      const sign = signOfMark(from, to, name);
      const mark = standing.get(sign) ?? Decoration.inline(from, to, { class: name }, { name });
      if (!standing.delete(sign)) fresh.push(mark);
      keys.set(mark.spec, key);
    }
  }
  const gone = [...standing.values()];
  if (gone.length + fresh.length <= fewMarks) return { marks: before.remove(gone).add(tr.doc, fresh), keys };
  const kept = before.find().filter((mark) => keys.has(mark.spec));
  return { marks: DecorationSet.create(tr.doc, [...kept, ...fresh]), keys };
}

const signOfMark = (from: number, to: number, name: unknown): string => `${from} ${to} ${String(name)}`;

const tell = (tr: Transaction, told: Told): Transaction =>
  tr.setMeta(shown, told).setMeta("addToHistory", false);

/** The text is handed over to be read now. */
export const askedToRead = (tr: Transaction) => tell(tr, { kind: "asked" });
/** The quotations of the text as it was when it was handed over. */
export const haveRead = (tr: Transaction, quotations: readonly StoryQuotation[]) =>
  tell(tr, { kind: "read", quotations });
/** Whether the marks in the text are where the quotations' pieces were when the text was handed over: typing moves them
 * along, cutting and moving does not. */
export function areMarked(state: EditorState, read: readonly Passage[]): boolean {
  const { marks, since } = shown.getState(state) ?? { marks: DecorationSet.empty, since: new Mapped() };
  const places = (each: readonly Passage[]) => each.map(({ from, to }) => `${from}-${to}`).sort();
  const now = ({ from, to }: Passage) => ({ from: since.map(from, 1), to: since.map(to, -1) });
  return places(marks.find()).join() === places(read.map(now)).join();
}

export const selectQuotation = (tr: Transaction, key: string | null) => tell(tr, { kind: "select", key });
export const holdPassage = (tr: Transaction, passage: Passage | null) => tell(tr, { kind: "hold", passage });

export const heldPassage = (state: EditorState): Passage | null => shown.getState(state)?.held ?? null;
export const quotationsIn = (state: EditorState): readonly StoryQuotation[] =>
  shown.getState(state)?.quotations ?? [];

export const selectedIn = (state: EditorState): string | null => shown.getState(state)?.selected ?? null;

const nothingShown = { marks: DecorationSet.empty, keys: new Map<unknown, string>() };

/** The quotation at a place of the text. */
export function keyAt(state: EditorState, pos: number): string | null {
  const { marks, keys } = shown.getState(state) ?? nothingShown;
  const [mark] = marks.find(pos, pos);
  return keys.get(mark?.spec) ?? null;
}

/** Whether words stand within a quotation: one that was found, one tied to a quote, or one set large. */
export function isQuoted(state: EditorState, { from, to }: Passage): boolean {
  const { doc } = state;
  if (doc.resolve(from).parent.type.name === "pullQuote") return true;
  const mark = doc.type.schema.marks.quote;
  if (mark && doc.rangeHasMark(from, to, mark)) return true;
  const { marks } = shown.getState(state) ?? { marks: DecorationSet.empty };
  return marks.find(from, to).some((each) => each.from < to && each.to > from);
}

/** Where a quotation stands now: all of its pieces, in order. */
export function placesOf(state: EditorState, key: string): Passage[] {
  const { marks, keys } = shown.getState(state) ?? nothingShown;
  const found = marks.find(undefined, undefined, (spec) => keys.get(spec) === key);
  return found.map(({ from, to }) => ({ from, to })).sort((one, other) => one.from - other.from);
}
