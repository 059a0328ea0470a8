import type { Verdict } from "@/domain/checks/checked-story";
import type { Words } from "@/domain/words";
import type { Stage } from "@/domain/workflow";

/** The newest text that the server has, with what the checks say of it. */
export type LatestText = {
  readonly revision: number;
  readonly savedAt: string;
  readonly stage: Stage;
  readonly words: Words;
  readonly verdicts: readonly Verdict[];
};

/** Reads the newest text of a story; null when it cannot be had now, or is still revision `since`. */
export async function latestText(storyId: string, since?: number): Promise<LatestText | null> {
  const asked = since === undefined ? "" : `?since=${since}`;
  try {
    const response = await fetch(`/desk/stories/${storyId}/latest${asked}`, { cache: "no-store" });
    return response.status === 200 ? ((await response.json()) as LatestText) : null;
  } catch {
    return null;
  }
}
