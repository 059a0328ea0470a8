import { type Actor, isEditor } from "./people";
import type { Refusal } from "./refusal";
import type { StoryFacts } from "./workflow";

/** Whether a story may not go out at this moment, and no change to one that readers have. */
export const isUnderEmbargo = ({ embargoUntil }: Pick<StoryFacts, "embargoUntil">, now: Date): boolean =>
  embargoUntil !== null && embargoUntil > now;

/** Whether an embargo may be set, moved or, with `until` null, lifted. What readers have cannot be held back from them:
 * an embargo on it would promise what it does not keep. On a change that is in hand, or on a story that is withdrawn,
 * it holds. */
export function decideEmbargo(
  story: Pick<StoryFacts, "stage" | "copy">,
  actor: Actor,
  until: Date | null,
): Refusal | null {
  if (!isEditor(actor)) return "editors_only";
  return until && story.copy === "live" && story.stage === "published" ? "out_already" : null;
}
