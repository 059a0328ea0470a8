"use client";

import { useRouter } from "next/navigation";
import { useActionState, useEffect } from "react";
import { changeOwnPassword } from "@/app/actions/people";
import { Button } from "@/components/desk/button";
import { TextField } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { troubleIn } from "@/domain/answer";
import { passwordLimits } from "@/domain/passwords";

/** Changing one's own password; the old one has to be known. */
export function PasswordForm({ email }: { email: string }) {
  const [state, submit, pending] = useActionState(changeOwnPassword, {});
  const told = state.data;
  const router = useRouter();
  // The other sessions are over, and the list above says so.
  useEffect(() => {
    if (told?.done) router.refresh();
  }, [told, router]);
  const trouble = told
    ? null
    : troubleIn({ serverError: state.serverError, validationErrors: state.validationErrors });
  return (
    <form action={submit} className="max-w-sm">
      {trouble ? <Notice>{trouble}</Notice> : null}
      {told?.done ? <Notice tone="sourced">{told.words}</Notice> : null}
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <TextField
        label="Password now"
        name="old"
        type="password"
        required
        autoComplete="current-password"
        error={told?.field === "old" ? told.words : undefined}
      />
      <TextField
        label="New password"
        name="new"
        type="password"
        required
        autoComplete="new-password"
        hint={`At least ${passwordLimits.least} characters. Four unrelated words make a good password.`}
        error={told?.field === "new" ? told.words : undefined}
      />
      <Button type="submit" pending={pending} pendingLabel="Changing …">
        Change password
      </Button>
    </form>
  );
}
