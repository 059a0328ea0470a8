import { type Refusal, refusalWords } from "@/domain/refusal";
import { type Words, writtenBody } from "@/domain/words";
import type { Stage } from "@/domain/workflow";

/** One save as it is sent, and sent again until it is answered. */
export type SavePayload = {
  readonly base: number;
  readonly key: string;
  /** The id of whoever typed it. */
  readonly writer: string;
  readonly name?: string | undefined;
  readonly words: Words;
};

export type SaveAnswer =
  | {
      readonly kind: "stored";
      readonly revision: number;
      readonly hash: string;
      readonly savedAt: string;
      readonly stage: Stage;
      readonly lapsed: boolean;
      /** Readers have a copy of the story, of this text or an older one. */
      readonly isLive: boolean;
    }
  | { readonly kind: "failed"; readonly how: "offline" | "unavailable" | "signed_out" }
  | { readonly kind: "other_person"; readonly name: string }
  | { readonly kind: "refused"; readonly words: string }
  | {
      readonly kind: "conflicted";
      readonly revision: number;
      readonly by: string;
      readonly at: string;
      readonly branch: string | null;
    };

/** What a browser lets outlive its page, all requests together: 64 KiB. */
const outlives = 60_000;

/** The same text for the same save, however often it is sent. */
function savedForm({ base, key, writer, name, words }: SavePayload): string {
  return JSON.stringify({ base, key, writer, name, words: { ...words, body: writtenBody(words.body) } });
}

/** Sends one save and says what came of it. Never throws: a lost answer is an answer too. */
export async function sendSave(storyId: string, payload: SavePayload): Promise<SaveAnswer> {
  const text = savedForm(payload);
  try {
    const response = await fetch(`/desk/stories/${storyId}/text`, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: text,
      // A small save is finished by the browser even when the page is closed under it.
      keepalive: text.length <= outlives && new Blob([text]).size <= outlives,
      signal: AbortSignal.timeout(30_000),
    });
    return await read(response);
  } catch {
    return { kind: "failed", how: "offline" };
  }
}

async function read(response: Response): Promise<SaveAnswer> {
  if (response.status === 401) return { kind: "failed", how: "signed_out" };
  if (response.status >= 500 || response.status === 429) return { kind: "failed", how: "unavailable" };
  const answer = (await response.json()) as Record<string, unknown>;
  if (response.ok) {
    const { revision, hash, savedAt, stage, lapsed } = answer;
    return {
      kind: "stored",
      revision: Number(revision),
      hash: String(hash),
      savedAt: String(savedAt),
      // The server's own words for its stages.
      stage: stage as Stage,
      lapsed: lapsed === true,
      isLive: answer.isLive === true,
    };
  }
  if (response.status === 409 && answer.why === "stale_revision") {
    const { revision, by, at, branch } = answer;
    return {
      kind: "conflicted",
      revision: Number(revision),
      by: typeof by === "string" ? by : "Somebody",
      at: String(at),
      branch: typeof branch === "string" ? branch : null,
    };
  }
  if (answer.why === "not_the_writer") return { kind: "other_person", name: String(answer.signedIn) };
  return { kind: "refused", words: refusedWords(answer) };
}

function refusedWords(answer: Record<string, unknown>): string {
  if (typeof answer.words === "string") return answer.words;
  const known = typeof answer.why === "string" ? refusalWords[answer.why as Refusal] : undefined;
  return known ?? "The server did not take this text.";
}
