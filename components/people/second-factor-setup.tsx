"use client";

import { type FormEvent, useState } from "react";
import { encode } from "uqr";
import { beginFactor, confirmFactor } from "@/app/actions/second-factor";
import { Button } from "@/components/desk/button";
import { TextArea, TextField } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";
import { RecoveryCodes } from "./recovery-codes";

/** The password once more, so that nobody who finds the desk open changes how its owner gets in. */
export function PasswordAgain({ error }: { error: string | undefined }) {
  return (
    <TextField
      label="Your password, once more"
      name="password"
      type="password"
      required
      autoComplete="current-password"
      error={error}
    />
  );
}

/** Setting a second factor up: a picture for the authenticator, the first code as the proof, the recovery codes to keep. */
export function SecondFactorSetup({ asksPassword, onDone }: { asksPassword: boolean; onDone: () => void }) {
  const begin = useCommand(beginFactor);
  const confirm = useCommand(confirmFactor);
  const [told, setTold] = useState<{ uri: string; secret: string } | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const start = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const begun = await begin.run(new FormData(event.currentTarget));
    if (begun) setTold(begun.value);
  };
  const prove = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const proved = await confirm.run(new FormData(event.currentTarget));
    if (proved) setCodes(proved.value);
  };
  if (codes) return <RecoveryCodes codes={codes} onKept={onDone} />;
  if (!told) {
    return (
      <form onSubmit={(event) => void start(event)} className="max-w-sm">
        {asksPassword ? <PasswordAgain error={begin.error ?? undefined} /> : null}
        {begin.error && !asksPassword ? <Notice>{begin.error}</Notice> : null}
        <Button type="submit" look="strong" pending={begin.pending} pendingLabel="Setting up …">
          Set up a second factor
        </Button>
      </form>
    );
  }
  return (
    <form onSubmit={(event) => void prove(event)} className="max-w-sm">
      <p className="mt-0 mb-3 text-[14px] leading-normal">
        Scan this with an authenticator app on your phone, or type the key into it. Then type the six digits
        that it shows.
      </p>
      <QrCode text={told.uri} />
      <p className="mt-0 mb-3 text-[14px] sm:hidden">
        <a href={told.uri} className="font-semibold text-info">
          Open an authenticator app on this device
        </a>
      </p>
      <TextArea
        label="Key"
        readOnly
        rows={2}
        value={told.secret.replace(/(.{4})(?=.)/g, "$1 ")}
        onFocus={(event) => event.currentTarget.select()}
        className="resize-none font-mono text-[13.5px]"
      />
      <TextField
        label="Code"
        name="code"
        required
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={20}
        error={confirm.error ?? undefined}
      />
      <Button type="submit" look="strong" pending={confirm.pending} pendingLabel="Checking …">
        Confirm
      </Button>
    </form>
  );
}

/** Dark on light in every theme, with the quiet border that readers of such codes need. */
function QrCode({ text }: { text: string }) {
  const { data, size } = encode(text, { border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg
      role="img"
      aria-label="A code for your authenticator app; the key below says the same"
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="mb-4 block size-52 rounded-card"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path.join("")} fill="#000000" />
    </svg>
  );
}
