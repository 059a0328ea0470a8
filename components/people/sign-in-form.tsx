"use client";

import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/desk/button";
import { TextField } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { CodeField } from "./code-field";

const unanswered =
  "The newsroom did not answer. What you typed is still here; see that you are connected, and try again.";

type Props = { then: string; trouble: string | null; needsCode: boolean };

/** Signing in. Without scripts it is a plain form and comes back with `trouble`; with them it stays in place. */
export function SignInForm({ then, trouble, needsCode }: Props) {
  const [asksCode, setAsksCode] = useState(needsCode);
  const [words, setWords] = useState(trouble);
  const [pending, setPending] = useState(false);
  const running = useRef(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (running.current) return;
    running.current = true;
    setPending(true);
    setWords(null);
    const form = event.currentTarget;
    const typed = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") typed.set(name, value);
    const answer = await ask(form.action, typed);
    if ("goTo" in answer) {
      // A whole new page, so that nothing of the signed-out desk is left in the browser's memory.
      window.location.assign(answer.goTo);
      return;
    }
    running.current = false;
    setPending(false);
    setWords(answer.words);
    if (answer.needsCode) setAsksCode(true);
    else form.querySelector<HTMLInputElement>("[name=password]")?.select();
  }

  return (
    <form method="post" action="/api/auth/callback/credentials" onSubmit={submit}>
      <input type="hidden" name="then" value={then} />
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
      <Button type="submit" look="strong" pending={pending} pendingLabel="Signing in …" className="w-full">
        Sign in
      </Button>
    </form>
  );
}

type Told = { goTo: string } | { words: string; needsCode: boolean };

async function ask(address: string, typed: URLSearchParams): Promise<Told> {
  try {
    const answer = await fetch(address, {
      method: "POST",
      body: typed,
      headers: { accept: "application/json" },
    });
    const told: unknown = await answer.json();
    if (typeof told === "object" && told !== null) {
      if ("goTo" in told && typeof told.goTo === "string") return { goTo: told.goTo };
      if ("words" in told && typeof told.words === "string")
        return { words: told.words, needsCode: "needsCode" in told && told.needsCode === true };
    }
  } catch {
    // A lost connection, or an answer that is not ours: either way nobody was signed in as far as is known.
  }
  return { words: unanswered, needsCode: false };
}
