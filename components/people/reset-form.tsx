"use client";

import { useActionState } from "react";
import { chooseNewPassword } from "@/app/actions/doors";
import { Button } from "@/components/desk/button";
import { TextField } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { troubleIn } from "@/domain/answer";
import { passwordLimits } from "@/domain/passwords";

/** Choosing a password anew, once, by a link. */
export function ResetForm({ token, email }: { token: string; email: string }) {
  const [state, submit, pending] = useActionState(chooseNewPassword, {});
  const refused = state.data;
  const trouble = refused
    ? refused.field === null && refused.words
    : troubleIn({ serverError: state.serverError, validationErrors: state.validationErrors });
  return (
    <form action={submit}>
      <input type="hidden" name="token" value={token} />
      {trouble ? <Notice>{trouble}</Notice> : null}
      <TextField label="Email" name="email" type="email" value={email} readOnly autoComplete="username" />
      <TextField
        label="New password"
        name="password"
        type="password"
        required
        autoComplete="new-password"
        hint={`At least ${passwordLimits.least} characters. Four unrelated words make a good password.`}
        error={refused?.field === "password" ? refused.words : undefined}
      />
      <Button
        type="submit"
        look="strong"
        pending={pending}
        pendingLabel="Setting the password …"
        className="w-full"
      >
        Set the password
      </Button>
    </form>
  );
}
