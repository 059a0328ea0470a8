"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { verifyQuote } from "@/app/actions/quotes";
import { Button } from "@/components/desk/button";
import { fieldLook } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";
import type { Verification } from "@/domain/quotes";
import { refusalWords } from "@/domain/refusal";

type Props = {
  quoteId: string;
  verification: Verification;
  /** What the quote can be held against, each with the words that the record will carry. */
  evidence: readonly { readonly id: string; readonly words: string }[];
  isOwn: boolean;
};

/** The next step on the ladder of verification, for a second person: held against its evidence, confirmed with the source. */
export function Verify({ quoteId, verification, evidence, isOwn }: Props) {
  const router = useRouter();
  const choices = [...new Set(evidence.map((piece) => piece.words))];
  const [against, setAgainst] = useState(choices[0] ?? "");
  const { run, pending, error } = useCommand(verifyQuote);
  if (verification === "confirmed") return null;
  const step = verification === "checked" ? "confirmed" : "checked";
  const refused = isOwn
    ? refusalWords.own_quote
    : step === "checked" && choices.length === 0
      ? refusalWords.no_evidence
      : undefined;
  const take = async () => {
    const words = step === "confirmed" ? "Confirmed with the source" : against;
    if (await run({ id: quoteId, step, against: words })) router.refresh();
  };
  return (
    <div className="mt-3.5 border-t border-rule pt-3.5">
      <div className="flex flex-wrap items-center gap-2.5">
        {step === "checked" && choices.length > 1 ? (
          <select
            aria-label="Checked against what"
            className={fieldLook}
            value={against}
            onChange={(event) => setAgainst(event.target.value)}
          >
            {choices.map((words) => (
              <option key={words}>{words}</option>
            ))}
          </select>
        ) : null}
        <Button
          pending={pending}
          pendingLabel="Marking …"
          refusedBecause={refused}
          onClick={() => void take()}
        >
          {step === "checked" ? "Mark as checked" : "Confirmed with the source"}
        </Button>
        {refused ? <span className="text-[13px] text-ink-3">{refused}</span> : null}
      </div>
      {error ? <Notice>{error}</Notice> : null}
    </div>
  );
}
