"use client";

import { useActionState } from "react";
import { chooseNewPassword, joinStaff } from "@/app/actions/doors";
import { Button } from "@/components/desk/button";
import { TextField } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { troubleIn } from "@/domain/answer";
import { passwordLimits } from "@/domain/passwords";

/** What a one-time link of a letter is for. */
const uses = {
  join: { action: joinStaff, label: "Password", button: "Join" },
  reset: { action: chooseNewPassword, label: "New password", button: "Set the password" },
} as const;

/** Choosing a password, once, by the link of an invitation or of a letter that was asked for. */
export function PasswordByLink({
  use,
  token,
  email,
}: {
  use: keyof typeof uses;
  token: string;
  email: string;
}) {
  const { action, label, button } = uses[use];
  const [state, submit, pending] = useActionState(action, {});
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
        label={label}
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
        {button}
      </Button>
    </form>
  );
}
