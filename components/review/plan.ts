import { nearMoment, zoneName } from "@/domain/desk-times";
import { localOf } from "@/domain/time";
import type { StoryFacts } from "@/domain/workflow";

/** Whose a story is, when it is due, and before when it may not go out, as pages show it. */
export type Plan = {
  readonly storyId: string;
  readonly authors: readonly { readonly id: string; readonly name: string }[];
  readonly assignment: string;
  /** Moments as people read them, empty where none is set; and as a field for a local time holds them. */
  readonly due: string;
  readonly isLate: boolean;
  readonly dueLocal: string;
  readonly embargo: string;
  readonly embargoLocal: string;
  /** What of it readers have: nothing, the whole, or a copy of which a change is in hand. */
  readonly out: "nothing" | "all" | "older copy";
  readonly zoneName: string;
  /** Who can be an author; empty for who may not assign. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
};

type Planned = {
  readonly id: string;
  readonly authors: Plan["authors"];
  readonly assignment: string;
  readonly dueAt: Date | null;
  readonly embargoUntil: Date | null;
  readonly now: Date;
  readonly stage: StoryFacts["stage"];
  readonly copy: StoryFacts["copy"];
  readonly paper: { readonly zone: string };
};

/** Whose a story is and when it is due, in words. `people` is empty for who may not assign it. */
export function planOf(story: Planned, people: Plan["people"]): Plan {
  const { zone } = story.paper;
  const shown = (at: Date | null) => (at ? nearMoment(at, story.now, zone) : "");
  const local = (at: Date | null) => (at ? localOf(at, zone) : "");
  return {
    storyId: story.id,
    authors: story.authors.map(({ id, name }) => ({ id, name })),
    assignment: story.assignment,
    due: shown(story.dueAt),
    isLate: story.dueAt !== null && story.dueAt < story.now,
    dueLocal: local(story.dueAt),
    embargo: shown(story.embargoUntil),
    embargoLocal: local(story.embargoUntil),
    out: story.copy !== "live" ? "nothing" : story.stage === "published" ? "all" : "older copy",
    zoneName: zoneName(zone, story.now),
    people,
  };
}
