"use client";

import { useEffect, useRef } from "react";
import { TextField } from "@/components/desk/field";
import { codeHint } from "@/domain/second-factor";

/** The code of the second factor, for a form that signs in. It takes the focus when it appears. */
export function CodeField() {
  const around = useRef<HTMLDivElement>(null);
  useEffect(() => around.current?.querySelector("input")?.focus(), []);
  return (
    <div ref={around}>
      <TextField
        label="Code"
        name="code"
        required
        autoComplete="one-time-code"
        autoCapitalize="characters"
        maxLength={60}
        hint={codeHint}
      />
    </div>
  );
}
