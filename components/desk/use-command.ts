"use client";

import { unstable_isUnrecognizedActionError as isOfAnotherRelease } from "next/navigation";
import { useCallback, useRef, useState } from "react";
import { type Trouble, troubleIn } from "@/domain/answer";
import { type Refusal, refusalWords } from "@/domain/refusal";
import type { Result } from "@/domain/result";

/** A refusal of the closed list, or one that brings its own words. */
type Why = Refusal | { readonly words: string };

/** What a staff action answers in the browser: its Result, or that something went wrong on the way. */
type Answer<Value, Refused extends Why> = {
  readonly data?: Result<Value, Refused>;
  readonly serverError?: Trouble;
  readonly validationErrors?: {
    readonly formErrors?: readonly string[];
    readonly fieldErrors?: { readonly [field: string]: readonly string[] | undefined };
  };
};

const unanswered =
  "The newsroom did not answer. What you typed is still here; see that you are connected, reload to see how things stand, and try again.";

const newerRelease =
  "Verbatim has been renewed since this page was opened, so nothing was done. What you typed is still here: reload the page, and do it again.";

/** A staff action, as a page calls it. */
export type Command<Input, Value, Refused extends Why> = (
  input: Input,
) => Promise<Answer<Value, Refused> | undefined>;

function wordsOf<Value, Refused extends Why>(answer: Answer<Value, Refused> | undefined): string | null {
  if (!answer?.data) return troubleIn({ ...answer, data: undefined });
  if (answer.data.ok) return null;
  const why: Why = answer.data.why;
  return typeof why === "object" ? why.words : refusalWords[why];
}

/** Runs a command once at a time, however often its button is pressed, and keeps the words of its last refusal.
 * `run` answers the value in a box of its own (it may be null), or null when it was refused, failed or still ran. */
export function useCommand<Input, Value, Refused extends Why>(command: Command<Input, Value, Refused>) {
  const running = useRef(false);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refused | null>(null);

  const run = useCallback(
    async (input: Input): Promise<{ readonly value: Value } | null> => {
      if (running.current) return null;
      running.current = true;
      setPending(true);
      setError(null);
      setRefusal(null);
      try {
        const answer = await command(input);
        if (answer?.data?.ok) return { value: answer.data.value };
        if (answer?.data && !answer.data.ok) setRefusal(answer.data.why);
        setError(wordsOf(answer) ?? unanswered);
        return null;
      } catch (error) {
        // After a lost connection nothing is known to have happened.
        setError(isOfAnotherRelease(error) ? newerRelease : unanswered);
        return null;
      } finally {
        running.current = false;
        setPending(false);
      }
    },
    [command],
  );

  const forget = useCallback(() => {
    setError(null);
    setRefusal(null);
  }, []);

  return { run, pending, error, refusal, forget };
}
