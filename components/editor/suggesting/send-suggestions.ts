import type { ShownSuggestion } from "@/domain/review/shown-suggestions";
import type { Lines } from "@/domain/review/suggested-lines";
import type { Suggested } from "@/domain/review/suggested-text";
import { type Words, writtenBody } from "@/domain/words";

/** A suggested edit as the writing page has it. `when` is ISO 8601. */
export type OpenSuggestion = Suggested &
  ShownSuggestion & {
    readonly id: string;
    readonly why: string;
    readonly by: string;
    readonly byId: string;
    readonly when: string;
  };

/** The open suggestions of a story, and the revision in whose text they have their places. */
export type OpenSuggestions = {
  readonly revision: number;
  readonly suggestions: readonly OpenSuggestion[];
};

/** Reads the open suggestions of a story; null when they cannot be had now. */
export async function openSuggestions(storyId: string): Promise<OpenSuggestions | null> {
  try {
    const response = await fetch(`/desk/stories/${storyId}/suggestions`, { cache: "no-store" });
    return response.status === 200 ? ((await response.json()) as OpenSuggestions) : null;
  } catch {
    return null;
  }
}

/** A text that was typed as suggestions, as it is sent, and as a device keeps it until it is answered. */
export type SuggestedSave = {
  readonly revision: number;
  readonly seen: readonly string[];
  readonly writer: string;
  /** When it was typed, ISO 8601, of one that may have arrived before. */
  readonly typedAt?: string;
  readonly words: Lines & { readonly body: string };
};

/** The part of a text that suggestions are made of, in its written form. */
export const asSuggested = ({ kicker, headline, standfirst, hero, body }: Words): SuggestedSave["words"] => ({
  kicker,
  headline,
  standfirst,
  hero,
  body: writtenBody(body),
});

export type SuggestedAnswer =
  | { readonly kind: "kept"; readonly ids: readonly string[] }
  /** It may be sent again: nobody answered, or not now. */
  | { readonly kind: "failed"; readonly signedOut: boolean }
  | { readonly kind: "refused"; readonly words: string };

/** What a browser lets outlive its page, all requests together: 64 KiB. */
const outlives = 60_000;

/** Sends a text that was typed as suggestions. Never throws. */
export async function sendSuggested(storyId: string, save: SuggestedSave): Promise<SuggestedAnswer> {
  const text = JSON.stringify(save);
  try {
    const response = await fetch(`/desk/stories/${storyId}/suggestions`, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: text,
      keepalive: new Blob([text]).size <= outlives,
      signal: AbortSignal.timeout(30_000),
    });
    if (response.status === 401) return { kind: "failed", signedOut: true };
    if (response.status >= 500 || response.status === 429) return { kind: "failed", signedOut: false };
    const answer = (await response.json()) as { ids?: readonly string[]; words?: unknown };
    if (response.ok) return { kind: "kept", ids: answer.ids ?? [] };
    return { kind: "refused", words: String(answer.words ?? "The newsroom did not take it.") };
  } catch {
    return { kind: "failed", signedOut: false };
  }
}
