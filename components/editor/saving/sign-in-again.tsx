"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/desk/button";
import { Dialog, DialogFoot } from "@/components/desk/dialog";
import { TextField } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";

const unanswered =
  "The newsroom did not answer. Your text is still here; see that you are connected, and try again.";

/** Signing in again over the text, which stays as it is underneath. */
export function SignInAgain({ onSignedIn, onLater }: { onSignedIn: () => void; onLater: () => void }) {
  const [words, setWords] = useState<string | null>(null);
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
    if (trouble) setWords(trouble);
    else onSignedIn();
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
        <DialogFoot>
          <Button type="submit" look="strong" pending={pending} pendingLabel="Signing in …">
            Sign in
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}

/** Answers what stood in the way, or null once signed in. */
async function signIn(form: FormData): Promise<string | null> {
  const typed = new URLSearchParams();
  for (const [name, value] of form) if (typeof value === "string") typed.set(name, value);
  try {
    const response = await fetch("/api/auth/callback/credentials", {
      method: "POST",
      body: typed,
      headers: { accept: "application/json" },
    });
    const told: unknown = await response.json();
    if (typeof told !== "object" || told === null) return unanswered;
    if ("goTo" in told) return null;
    return "words" in told && typeof told.words === "string" ? told.words : unanswered;
  } catch {
    return unanswered;
  }
}
