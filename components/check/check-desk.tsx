"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { verifyQuote } from "@/app/actions/quotes";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { isTyping } from "@/components/desk/keys";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";
import { EvidenceList } from "@/components/quotes/evidence-list";
import { checkedSoFar, nextUnchecked, type Verdict, verdictKeys } from "@/domain/checking";
import type { Difference } from "@/domain/quotations/compare";
import { evidenceLine } from "@/domain/quote-lines";
import type { QuoteRecord } from "@/domain/quote-record";
import { isVerified, type Standing, type Verification } from "@/domain/quotes";
import { refusalWords } from "@/domain/refusal";
import { DoubtDialog } from "./doubt-dialog";
import { QuoteStrip } from "./quote-strip";
import { WordsToCheck } from "./words-to-check";

export type QuoteToCheck = {
  readonly quoteId: string;
  readonly displayed: string;
  readonly standing: Standing;
  readonly differences: readonly Difference[];
  readonly record: QuoteRecord;
  readonly line: string;
  readonly verification: Verification;
  /** This person recorded it, or wrote the story: somebody else has to check it. */
  readonly isOwn: boolean;
};

/** Walks a story quote by quote: the words beside the evidence, the verdict by one key. */
export function CheckDesk({ storyId, quotes }: { storyId: string; quotes: readonly QuoteToCheck[] }) {
  const router = useRouter();
  const announce = useAnnounce();
  const [at, setAt] = useState(() => {
    const first = quotes.findIndex((quote) => !isVerified(quote.verification));
    return Math.max(0, first);
  });
  const [doubting, setDoubting] = useState(false);
  const evidence = useRef<HTMLElement>(null);
  const { run, pending, error, forget } = useCommand(verifyQuote);
  const place = Math.min(at, quotes.length - 1);
  const quote = quotes[place];
  const go = (to: number) => {
    forget();
    setAt(Math.min(quotes.length - 1, Math.max(0, to)));
  };
  const take = async (step: "checked" | "confirmed") => {
    if (!quote || refusalOf(quote, step)) return;
    const [first] = quote.record.evidence;
    const against = step === "confirmed" ? "Confirmed with the source" : first ? evidenceLine(first) : "";
    if (!(await run({ id: quote.quoteId, step, against: against.slice(0, 300) }))) return;
    announce(step === "checked" ? "Checked." : "Confirmed with the source.");
    router.refresh();
    if (step === "checked") go(nextUnchecked(quotes, place));
  };
  const say = (verdict: Verdict) => {
    if (verdict === "checked" || verdict === "confirmed") void take(verdict);
    else if (verdict === "doubt") setDoubting(true);
    else if (verdict === "next") go(place + 1);
    else if (verdict === "previous") go(place - 1);
    else if (verdict === "unchecked") go(nextUnchecked(quotes, place));
    else evidence.current?.querySelector<HTMLElement>("[data-plays-words]")?.click();
  };
  useVerdictKeys(doubting ? null : say);
  if (!quote) return null;
  return (
    <>
      <Progress quotes={quotes} />
      <QuoteStrip quotes={quotes} at={place} onGo={go} />
      <div className="mt-4 grid gap-7 lg:grid-cols-2">
        <WordsToCheck quote={quote} number={place + 1} of={quotes.length} />
        <section ref={evidence} aria-label="Evidence">
          <h2 className="m-0 mb-2 font-ui text-[15px] font-semibold">Evidence</h2>
          {/* Drawn anew for each quote, so that a recording stops when one goes on. */}
          <EvidenceList key={quote.quoteId} pieces={quote.record.evidence} mayPublish={false} />
        </section>
      </div>
      {error ? <Notice>{error}</Notice> : null}
      <Verdicts quote={quote} pending={pending} onSay={say} />
      {doubting ? (
        <DoubtDialog
          storyId={storyId}
          passage={quote.displayed}
          onClose={(asked) => {
            setDoubting(false);
            if (asked) go(nextUnchecked(quotes, place));
          }}
        />
      ) : null}
    </>
  );
}

/** Why this person cannot take this step now; null where they can. The server asks the same at the row. */
function refusalOf(quote: QuoteToCheck, step: "checked" | "confirmed"): string | null {
  if (quote.isOwn) return refusalWords.own_quote;
  if (step === "checked" && isVerified(quote.verification)) return refusalWords.already_there;
  if (quote.record.evidence.length === 0) return refusalWords.no_evidence;
  if (step === "confirmed" && quote.verification === "confirmed") return refusalWords.already_there;
  return step === "confirmed" && quote.verification !== "checked" ? refusalWords.not_checked : null;
}

function useVerdictKeys(say: ((verdict: Verdict) => void) | null): void {
  const latest = useRef(say);
  useEffect(() => {
    latest.current = say;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      const verdict = verdictKeys[event.key.toLowerCase()];
      if (!verdict || !latest.current) return;
      event.preventDefault();
      latest.current(verdict);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

function Progress({ quotes }: { quotes: readonly QuoteToCheck[] }) {
  const done = checkedSoFar(quotes);
  return (
    <div className="mb-3 flex flex-wrap items-center gap-3">
      <progress
        max={quotes.length}
        value={done}
        aria-label="Quotes checked"
        className="h-2 min-w-40 flex-1 accent-(--sourced)"
      />
      <p role="status" className="m-0 font-semibold">
        {done} of {quotes.length} checked
      </p>
    </div>
  );
}

function Verdicts({
  quote,
  pending,
  onSay,
}: {
  quote: QuoteToCheck;
  pending: boolean;
  onSay: (verdict: Verdict) => void;
}) {
  const step = quote.verification === "checked" ? "confirmed" : "checked";
  const refused = refusalOf(quote, step);
  return (
    <div className="sticky bottom-16 mt-6 flex flex-wrap items-center gap-2.5 border-t border-rule bg-paper py-3 md:bottom-0">
      <Button
        look="go"
        deliberate
        pending={pending}
        pendingLabel="Marking …"
        refusedBecause={refused ?? undefined}
        aria-keyshortcuts={step === "checked" ? "C" : "F"}
        onClick={() => onSay(step)}
      >
        {step === "checked" ? "Holds: mark as checked (C)" : "Confirmed with the source (F)"}
      </Button>
      <Button aria-keyshortcuts="X" onClick={() => onSay("doubt")}>
        Does not hold… (X)
      </Button>
      <span className="flex-1" />
      <Button look="quiet" aria-keyshortcuts="B" onClick={() => onSay("previous")}>
        Back (B)
      </Button>
      <Button look="quiet" aria-keyshortcuts="N" onClick={() => onSay("next")}>
        Next (N)
      </Button>
      <Button look="quiet" aria-keyshortcuts="U" onClick={() => onSay("unchecked")}>
        Next unchecked (U)
      </Button>
      {refused ? <p className="m-0 w-full text-[13px] text-ink-3">{refused}</p> : null}
    </div>
  );
}
