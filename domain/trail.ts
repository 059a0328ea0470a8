import { type Actor, isAdmin, isEditor } from "./people";

/** The desk's two trails: what happened to stories, and to people and settings. */
export const trailKinds = ["stories", "staff"] as const;
export type TrailKind = (typeof trailKinds)[number];

/** Editors look over all that happens to stories; what happens to people and settings is for admins. */
export const mayReadTrail = (actor: Actor, of: TrailKind): boolean =>
  of === "stories" ? isEditor(actor) : isAdmin(actor);

/** What narrows a trail; all of it stands in the address. */
export type TrailFilter = {
  readonly of: TrailKind;
  readonly text: string;
  /** A member of the staff, by id; empty for everybody. */
  readonly person: string;
  /** One story, by id; empty for all. */
  readonly story: string;
  /** Days of the newsroom, YYYY-MM-DD, both included; empty for no bound. */
  readonly from: string;
  readonly to: string;
};

export type TrailEntry = {
  readonly id: number;
  readonly at: Date;
  /** Null when the clock did it. */
  readonly by: string | null;
  readonly kind: string;
  readonly note: string;
  readonly refused: boolean;
  readonly storyId: string | null;
  readonly headline: string;
  readonly fromStage: string | null;
  readonly toStage: string | null;
  readonly revision: number | null;
};

/** Lines on one page of a trail. */
export const trailLength = 100;

export const exportFormats = ["csv", "jsonl"] as const;
export type ExportFormat = (typeof exportFormats)[number];

const columns = [
  "at",
  "by",
  "kind",
  "headline",
  "storyId",
  "fromStage",
  "toStage",
  "revision",
  "refused",
  "note",
  "id",
] as const;

export const csvHead = `${columns.join(",")}\r\n`;

/** One entry as a line of a file: CSV by RFC 4180, or one JSON object. */
export function exportLine(entry: TrailEntry, format: ExportFormat): string {
  const told = { ...entry, at: entry.at.toISOString(), by: entry.by ?? "the clock" };
  if (format === "jsonl")
    return `${JSON.stringify(Object.fromEntries(columns.map((name) => [name, told[name]])))}\n`;
  return `${columns.map((name) => cell(told[name])).join(",")}\r\n`;
}

/** A cell that a spreadsheet would take for a formula begins with an apostrophe, as they all ask. */
function cell(value: unknown): string {
  const text = value === null || value === undefined ? "" : String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
