import { isHost } from "./body/embeds";
import type { HouseRules, Paper } from "./paper";

/** The parts of the settings that are changed together, each with a form of its own. */
export type PaperPart =
  | Pick<Paper, "name" | "tagline" | "language" | "zone">
  | Pick<Paper, "logo">
  | { readonly house: Partial<HouseRules> }
  | (Pick<Paper, "appeal"> & Partial<Pick<Paper, "appealManner">>)
  | Pick<Paper, "replies">
  | Pick<Paper, "newsletter">
  | Pick<Paper, "mail">
  | Pick<Paper, "security">
  | Pick<Paper, "mastodonHosts">
  | Pick<Paper, "policies">;

/** Limits of the settings, the same number on the page and at the server. Characters, unless named otherwise. */
export const paperLimits = {
  name: 120,
  tagline: 200,
  policy: 20_000,
  groundRule: 400,
  appeal: 400,
  sectionName: 60,
  senderName: 80,
  mastodonHosts: 50,
  /** Words. */
  quotationWords: { least: 1, most: 20 },
  standfirst: { least: 60, most: 1_000 },
} as const;

/** The servers' names in what an admin typed: parted by spaces, commas or lines, with or without "https://". What is no
 * server's name is answered in `wrong`. */
export function hostsIn(typed: string): { readonly hosts: string[]; readonly wrong: string[] } {
  const names = typed
    .split(/[\s,;]+/)
    .map((name) =>
      name
        .toLowerCase()
        .replace(/^https?:\/\//, "")
        .replace(/\/$/, "")
        .replace(/^@/, ""),
    )
    .filter(Boolean);
  const unlike = [...new Set(names)];
  return { hosts: unlike.filter(isHost).sort(), wrong: unlike.filter((name) => !isHost(name)) };
}

/** Whether this is a BCP 47 tag, such as "en-GB". */
export function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** Joins the changed part with the rest. */
export function paperWith(paper: Paper, part: PaperPart): Paper {
  if ("house" in part) return { ...paper, house: { ...paper.house, ...part.house } };
  return { ...paper, ...part };
}

/** What a change of settings changed, for the trail: "name: The Record → The Tidewater Record". Long texts are named only. */
export function differencesOf(before: Paper, after: Paper): string {
  const short = (value: unknown) => {
    const text = typeof value === "string" ? value : JSON.stringify(value);
    return text.length > 80 ? "changed" : text || "nothing";
  };
  const names = Object.keys(after) as (keyof Paper)[];
  return names
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map((name) =>
      short(after[name]) === "changed" || short(before[name]) === "changed"
        ? `${name} changed`
        : `${name}: ${short(before[name])} → ${short(after[name])}`,
    )
    .join("; ");
}
