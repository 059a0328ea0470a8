"use client";

import { useActionState } from "react";
import { askForNewPassword } from "@/app/actions/doors";
import { Button } from "@/components/desk/button";
import { TextField } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { troubleIn } from "@/domain/answer";

/** Asking for a link by which a password is chosen anew. */
export function ForgottenForm() {
  const [state, submit, pending] = useActionState(askForNewPassword, {});
  const told = state.data;
  const trouble = told
    ? null
    : troubleIn({ serverError: state.serverError, validationErrors: state.validationErrors });
  return (
    <form action={submit}>
      {trouble ? <Notice>{trouble}</Notice> : null}
      {told ? <Notice tone={told.asked ? "info" : "broken"}>{told.words}</Notice> : null}
      <TextField label="Email" name="email" type="email" required maxLength={254} autoComplete="username" />
      <Button type="submit" look="strong" pending={pending} pendingLabel="Asking …" className="w-full">
        Send me a link
      </Button>
    </form>
  );
}
