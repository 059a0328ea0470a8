import { type Refusal, refusalWords } from "./refusal";
import type { Result } from "./result";

/** What an action answers when it never came to a decision: nobody signed in, or something broke. */
export type Trouble = { readonly why: Refusal | "unexpected"; readonly words: string; readonly id?: string };

/** The shape of every action's answer, as far as a page needs it to find words. */
type Answer = {
  readonly data?: Result<unknown, Refusal>;
  readonly serverError?: Trouble;
  readonly validationErrors?: {
    readonly formErrors?: readonly string[];
    readonly fieldErrors?: { readonly [field: string]: readonly string[] | undefined };
  };
};

/** The sentence that a person should read after an action, or null when there is nothing amiss. */
export function troubleIn(answer: Answer | null | undefined): string | null {
  if (!answer) return null;
  if (answer.serverError) return answer.serverError.words;
  if (answer.data && !answer.data.ok) return refusalWords[answer.data.why];
  const wrong = answer.validationErrors;
  if (!wrong) return null;
  const first = wrong.formErrors?.[0] ?? Object.values(wrong.fieldErrors ?? {}).flat()[0];
  return first ?? "Something in the form is not as it should be. Look it over and try again.";
}

/** What is wrong with one field, for the line beneath it. */
export const troubleWith = (answer: Answer | null | undefined, field: string): string | null =>
  answer?.validationErrors?.fieldErrors?.[field]?.[0] ?? null;
