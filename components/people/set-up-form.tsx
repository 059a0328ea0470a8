"use client";

import { useActionState } from "react";
import { setUp } from "@/app/actions/doors";
import { Button } from "@/components/desk/button";
import { TextField } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { type Trouble, troubleWith } from "@/domain/answer";
import { passwordLimits } from "@/domain/passwords";
import { personLimits } from "@/domain/staff";
import { useKept } from "./use-kept";

/** The first admin and the name of the paper. */
export function SetUpForm() {
  const [state, submit, pending] = useActionState(setUp, {});
  const kept = useKept(["code", "paper", "name", "email"]);
  const trouble: Trouble | undefined = state.serverError;
  const wrong = (field: string) =>
    (state.data?.field === field
      ? state.data.words
      : troubleWith({ validationErrors: state.validationErrors }, field)) ?? undefined;
  return (
    <form action={submit} onInput={kept.keep}>
      {trouble ? <Notice>{trouble.words}</Notice> : null}
      <TextField
        label="Set-up code"
        name="code"
        required
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={100}
        hint="Printed where the server was started. It works once."
        error={wrong("code")}
        defaultValue={kept.of("code")}
        className="font-mono"
      />
      <TextField
        label="Name of the paper"
        name="paper"
        required
        maxLength={personLimits.paper}
        error={wrong("paper")}
        defaultValue={kept.of("paper")}
      />
      <TextField
        label="Your name"
        name="name"
        required
        autoComplete="name"
        maxLength={personLimits.name}
        hint="As it stands in a byline."
        error={wrong("name")}
        defaultValue={kept.of("name")}
      />
      <TextField
        label="Email"
        name="email"
        type="email"
        required
        autoComplete="username"
        maxLength={personLimits.email}
        error={wrong("email")}
        defaultValue={kept.of("email")}
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        required
        autoComplete="new-password"
        hint={`At least ${passwordLimits.least} characters. Four unrelated words make a good password.`}
        error={wrong("password")}
      />
      <Button type="submit" look="strong" pending={pending} pendingLabel="Setting up …" className="w-full">
        Set up the newsroom
      </Button>
    </form>
  );
}
