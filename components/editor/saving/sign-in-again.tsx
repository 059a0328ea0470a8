"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/desk/button";
import { Dialog, DialogFoot } from "@/components/desk/dialog";
import { TextField } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { CodeField } from "@/components/people/code-field";

const unanswered =
  "The newsroom did not answer. Your text is still here; see that you are connected, and try again.";

const mustEnrol =
  "This newsroom demands a second factor now. Leave this page open, set one up at /desk/second-factor in another tab, and then sign in here. Your text is kept.";

/** Signing in again over the text, which stays as it is underneath. */
export function SignInAgain({ onSignedIn, onLater }: { onSignedIn: () => void; onLater: () => void }) {
  const [words, setWords] = useState<string | null>(null);
  const [asksCode, setAsksCode] = useState(false);
  const [pending, setPending] = useState(false);
  const running = useRef(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLInputElement>("[name=email]")?.focus(), []);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (running.current) return;
    running.current = true;
    setPending(true);
    const trouble = await signIn(new FormData(event.currentTarget));
    running.current = false;
    setPending(false);
    if (!trouble) {
      onSignedIn();
      return;
    }
    setWords(trouble.words);
    if (trouble.needsCode) setAsksCode(true);
  };

  return (
    <Dialog
      title="You are signed out"
      lead="Your text is here and kept on this device. Sign in again, and it will be saved."
      busy={pending}
      onClose={onLater}
    >
      <form ref={form} onSubmit={(event) => void submit(event)}>
        {words ? <Notice>{words}</Notice> : null}
        <TextField label="Email" name="email" type="email" autoComplete="username" required maxLength={254} />
        <TextField
          label="Password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          maxLength={400}
        />
        {asksCode ? <CodeField /> : null}
        <DialogFoot>
          <Button type="submit" look="strong" pending={pending} pendingLabel="Signing in …">
            Sign in
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}

type Trouble = { readonly words: string; readonly needsCode: boolean };
const noAnswer: Trouble = { words: unanswered, needsCode: false };

/** Answers what stood in the way, or null once signed in. */
async function signIn(form: FormData): Promise<Trouble | null> {
  const typed = new URLSearchParams();
  for (const [name, value] of form) if (typeof value === "string") typed.set(name, value);
  try {
    const response = await fetch("/api/auth/callback/credentials", {
      method: "POST",
      body: typed,
      headers: { accept: "application/json" },
    });
    const told: unknown = await response.json();
    if (typeof told !== "object" || told === null) return noAnswer;
    if ("mustEnrol" in told && told.mustEnrol === true) return { words: mustEnrol, needsCode: false };
    if ("goTo" in told) return null;
    if (!("words" in told) || typeof told.words !== "string") return noAnswer;
    return { words: told.words, needsCode: "needsCode" in told && told.needsCode === true };
  } catch {
    return noAnswer;
  }
}
