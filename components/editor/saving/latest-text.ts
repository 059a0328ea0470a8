import type { Verdict } from "@/domain/checks/checks";
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

/** Reads the newest text of a story; null when it cannot be had now. */
export async function latestText(storyId: string): Promise<LatestText | null> {
  try {
    const response = await fetch(`/desk/stories/${storyId}/latest`, { cache: "no-store" });
    return response.ok ? ((await response.json()) as LatestText) : null;
  } catch {
    return null;
  }
}
