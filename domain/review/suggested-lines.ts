import type { Words } from "../words";
import { suggestionFields } from "./suggestions";

/** What stands around a story's text and can be suggested by typing: each has one wording or another. */
export const suggestedLines = suggestionFields.filter((field) => field !== "body");
export type SuggestedLine = (typeof suggestedLines)[number];

/** The part of a story that holds these lines. */
export type Lines = Pick<Words, "kicker" | "headline" | "standfirst" | "hero">;

/** What each is called within a sentence. */
export const lineNames: Record<SuggestedLine, string> = {
  kicker: "kicker",
  headline: "headline",
  standfirst: "standfirst",
  hero_alt: "alt text of the lead picture",
  hero_credit: "credit of the lead picture",
  hero_caption: "caption of the lead picture",
};

const ofHero = { hero_alt: "alt", hero_credit: "credit", hero_caption: "caption" } as const;
const isOfHero = (line: SuggestedLine): line is keyof typeof ofHero => line in ofHero;
/** Those that are said of the lead picture. */
export const pictureLines: readonly SuggestedLine[] = suggestedLines.filter(isOfHero);

export const lineIn = (lines: Lines, line: SuggestedLine): string =>
  isOfHero(line) ? (lines.hero?.[ofHero[line]] ?? "") : lines[line];

/** The picture that a line speaks of; null of one that speaks of none. */
export const pictureOf = (lines: Lines, line: SuggestedLine): string | null =>
  isOfHero(line) ? (lines.hero?.mediaId ?? null) : null;

/** What has to be changed for a line to have this wording. Of a picture that is not there nothing is. */
export function lineChange(lines: Lines, line: SuggestedLine, wording: string): Partial<Lines> {
  if (!isOfHero(line)) return { [line]: wording };
  return lines.hero ? { hero: { ...lines.hero, [ofHero[line]]: wording } } : {};
}
