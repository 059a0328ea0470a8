/** One saved text of a story, without its words. */
export type SavedText = {
  readonly id: string;
  readonly number: number;
  readonly kind: "autosave" | "named" | "workflow" | "restored" | "created" | "branch";
  readonly name: string;
  readonly by: string;
  readonly at: Date;
  readonly headline: string;
  /** What was done with exactly this text: "Approved", "Published". */
  readonly moves: readonly string[];
};

/** Texts that are shown together. `rest` are the automatic ones behind the newest of a sitting. */
export type HistoryGroup = { readonly shown: SavedText; readonly rest: readonly SavedText[] };

/** A sitting ends when nobody has saved for this long. Milliseconds. */
const sitting = 30 * 60_000;

/** Groups automatic saves by person and sitting, so that an hour of typing is one line. Named texts, restored ones,
 * those that were sent, approved or published, the first, and those kept beside another always stand alone. Newest first, as given. */
export function historyGroups(texts: readonly SavedText[]): HistoryGroup[] {
  const groups: { shown: SavedText; rest: SavedText[] }[] = [];
  for (const text of texts) {
    const last = groups.at(-1);
    const previous = last?.rest.at(-1) ?? last?.shown;
    const joins =
      last &&
      previous &&
      text.kind === "autosave" &&
      text.moves.length === 0 &&
      previous.moves.length === 0 &&
      last.shown.kind === "autosave" &&
      text.by === previous.by &&
      previous.at.getTime() - text.at.getTime() < sitting;
    if (joins) last.rest.push(text);
    else groups.push({ shown: text, rest: [] });
  }
  return groups;
}

/** What a saved text is, in words. */
export const savedTextName = (text: SavedText): string => {
  if (text.name) return text.name;
  const names = {
    autosave: "Saved while writing",
    named: "Kept by name",
    workflow: "Saved on a move",
    restored: "Restored",
    created: "Begun",
    branch: "Kept beside: it came second",
  } as const;
  return names[text.kind];
};
