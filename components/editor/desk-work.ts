import type { Place } from "@/domain/checks/checked-story";
import { fullMoment } from "@/domain/desk-times";
import type { Naming } from "@/domain/review/compare";
import { pictureLines, type SuggestedLine } from "@/domain/review/suggested-lines";
import type { StoryOnDesk } from "./story";

/** A moment as the newsroom's clock has it. */
export const momentIn = (zone: string) => (iso: string) => {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? "" : fullMoment(at, zone);
};

export function namesIn({ sections, topics }: StoryOnDesk): Naming {
  const sectionNames = new Map(sections.map(({ id, name }) => [id, name]));
  const topicNames = new Map(topics.map(({ id, name }) => [id, name]));
  return { section: (id) => sectionNames.get(id) ?? id, topic: (id) => topicNames.get(id) ?? id };
}

/** The accessible names of the fields on the sheet. */
const named: Readonly<Partial<Record<Field | SuggestedLine, string>>> = {
  headline: "Headline",
  standfirst: "Standfirst",
  kicker: "Kicker",
  section: "Section",
};

/** Brings a line around the text into sight. */
export function showLine(line: SuggestedLine, showDetails: () => void): void {
  if (pictureLines.includes(line)) showDetails();
  else document.querySelector(`textarea[aria-label="${named[line]}"]`)?.scrollIntoView({ block: "center" });
}

type Field = Extract<Place, { readonly field: string }>["field"];

/** Brings the person to the field a check speaks of. */
export function focusField(field: Field, showDetails: () => void, focusStory: () => void): void {
  const name = named[field];
  if (field === "body") focusStory();
  else if (name) document.querySelector<HTMLElement>(`[aria-label="${name}"]`)?.focus();
  else showDetails();
}
