"use client";

import { useState } from "react";
import { Button } from "@/components/desk/button";
import { Notice } from "@/components/desk/notice";

/** Recovery codes, shown this once. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(codes.join("\n"));
      setCopied(true);
    } catch {
      // Browsers give no clipboard to a page on plain http.
      setCopied(false);
    }
  };
  return (
    <div className="max-w-sm">
      <Notice tone="sourced">Your second factor is on.</Notice>
      <p className="mt-0 mb-3 text-[14px] leading-normal">
        Keep these recovery codes where your phone is not. Each opens the desk once, should you lose it. They
        are not shown again.
      </p>
      <ul
        aria-label="Recovery codes"
        className="mt-0 mb-4 grid list-none grid-cols-2 gap-x-4 gap-y-1 rounded-card border border-rule bg-sunken p-4 font-mono text-[13.5px]"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      {copied === false ? (
        <Notice tone="attention">
          Your browser did not let us copy them. Write them down, or select them.
        </Notice>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => void copy()}>{copied ? "Copied" : "Copy them"}</Button>
        <Button look="strong" onClick={onKept}>
          I have kept them
        </Button>
      </div>
    </div>
  );
}
