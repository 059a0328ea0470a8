import { nearMoment, zoneName } from "@/domain/desk-times";
import { localOf } from "@/domain/time";
import type { StoryFacts } from "@/domain/workflow";
import type { Plan } from "./planning";

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
