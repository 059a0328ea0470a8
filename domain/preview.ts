import { isUnderEmbargo } from "./embargo";
import type { StoryFacts } from "./workflow";

/** How long a preview link may open, in hours: a day, three days, a week. */
export const previewHours = [24, 72, 168] as const;

/** Why a preview link opens nothing now. */
export type PreviewFault = "spent" | "embargoed" | "withdrawn";

/** Whether a link may show a story at this moment. Under an embargo it goes out on no way at all, and this is one; what
 * was withdrawn is gone in every form. `holds`: it is neither revoked nor out of date, and its maker may still see the
 * story. */
export function previewFault(
  story: Pick<StoryFacts, "embargoUntil" | "copy">,
  link: { readonly holds: boolean },
  now: Date,
): PreviewFault | null {
  if (!link.holds) return "spent";
  if (story.copy === "withdrawn") return "withdrawn";
  return isUnderEmbargo(story, now) ? "embargoed" : null;
}

export const previewFaultWords: Record<PreviewFault, string> = {
  spent: "This link has run out or was taken back. Ask whoever sent it for a new one.",
  embargoed: "This story is under embargo, so it cannot be shown to anybody outside the newsroom yet.",
  withdrawn: "This story has been withdrawn, so it is not shown any more.",
};
