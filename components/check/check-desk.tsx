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
import { checkedSoFar, nextUnchecked, pieceOfKey, type Verdict, verdictKeys } from "@/domain/checking";
import type { Difference } from "@/domain/quotations/compare";
import { evidenceLine } from "@/domain/quote-lines";
import type { EvidenceRecord, QuoteRecord } from "@/domain/quote-record";
import { quoteLimits } from "@/domain/quote-rules";
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
  const [doubting, setDoubting] = useState(false);
  const evidence = useRef<HTMLElement>(null);
  const { place, quote, go } = useWalk(quotes);
  const { against, choose } = useAgainst(quote);
  const { take, pending, error, forget } = useVerdict(quote, against, () => go(nextUnchecked(quotes, place)));
  const walk = (to: number) => {
    forget();
    go(to);
  };
  const say = (verdict: Verdict) => {
    if (verdict === "checked" || verdict === "confirmed") void take(verdict);
    else if (verdict === "doubt") setDoubting(true);
    else if (verdict === "next") walk(place + 1);
    else if (verdict === "previous") walk(place - 1);
    else if (verdict === "unchecked") walk(nextUnchecked(quotes, place));
    else if (evidence.current) playWords(evidence.current, against?.id);
  };
  useVerdictKeys(doubting ? null : say, (index) => {
    const piece = quote?.record.evidence[index];
    if (piece) choose(piece.id);
  });
  if (!quote) return null;
  return (
    <>
      <Progress quotes={quotes} />
      <QuoteStrip quotes={quotes} at={place} onGo={walk} />
      <div className="mt-4 grid gap-7 lg:grid-cols-2">
        <WordsToCheck quote={quote} number={place + 1} of={quotes.length} />
        <section ref={evidence} aria-label="Evidence">
          <h2 className="m-0 mb-2 font-ui text-[15px] font-semibold">Evidence</h2>
          {/* Drawn anew for each quote, so that a recording stops when one goes on. */}
          <EvidenceList
            key={quote.quoteId}
            pieces={quote.record.evidence}
            mayPublish={false}
            choice={{ chosen: against?.id ?? null, onChoose: choose }}
          />
        </section>
      </div>
      {error ? <Notice>{error}</Notice> : null}
      <Verdicts quote={quote} against={against} pending={pending} onSay={say} />
      {doubting ? (
        <DoubtDialog
          storyId={storyId}
          passage={quote.displayed}
          onClose={(asked) => {
            setDoubting(false);
            if (asked) walk(nextUnchecked(quotes, place));
          }}
        />
      ) : null}
    </>
  );
}

/** Plays the words in the piece that is chosen, or in the first that can be heard. */
function playWords(evidence: HTMLElement, chosen: string | undefined): void {
  const own = evidence.querySelector<HTMLElement>(`[data-piece="${chosen}"] [data-plays-words]`);
  (own ?? evidence.querySelector<HTMLElement>("[data-plays-words]"))?.click();
}

/** Which quote is looked at: at first the first one that nobody has checked. */
function useWalk(quotes: readonly QuoteToCheck[]) {
  const [at, setAt] = useState(() => {
    const first = quotes.findIndex((quote) => !isVerified(quote.verification));
    return Math.max(0, first);
  });
  const place = Math.min(at, quotes.length - 1);
  const go = (to: number) => setAt(Math.min(quotes.length - 1, Math.max(0, to)));
  return { place, quote: quotes[place], go };
}

/** The piece of evidence that the words are held against: the one chosen, played or opened last, else the first. */
function useAgainst(quote: QuoteToCheck | undefined) {
  const [chosen, choose] = useState<string | undefined>();
  const pieces = quote?.record.evidence ?? [];
  return { against: pieces.find((piece) => piece.id === chosen) ?? pieces[0] ?? null, choose };
}

/** Takes a quote a step up, and says what came of it. */
function useVerdict(quote: QuoteToCheck | undefined, against: EvidenceRecord | null, onChecked: () => void) {
  const router = useRouter();
  const announce = useAnnounce();
  const { run, pending, error, forget } = useCommand(verifyQuote);
  const take = async (step: "checked" | "confirmed") => {
    if (!quote || pending) return;
    const refused = refusalOf(quote, step);
    if (refused) return announce(refused);
    const held = step === "confirmed" ? confirmedWith : heldAgainst(against);
    if (!(await run({ id: quote.quoteId, step, against: held }))) return;
    announce(step === "checked" ? "Checked." : `${confirmedWith}.`);
    router.refresh();
    if (step === "checked") onChecked();
  };
  return { take, pending, error, forget };
}

const confirmedWith = "Confirmed with the source";
const heldAgainst = (piece: EvidenceRecord | null): string =>
  piece ? evidenceLine(piece).slice(0, quoteLimits.against) : "";

/** Why this person cannot take this step now; null where they can. The server asks the same at the row. */
function refusalOf(quote: QuoteToCheck, step: "checked" | "confirmed"): string | null {
  if (quote.isOwn) return refusalWords.own_quote;
  if (step === "checked" && isVerified(quote.verification)) return refusalWords.already_there;
  if (quote.record.evidence.length === 0) return refusalWords.no_evidence;
  if (step === "confirmed" && quote.verification === "confirmed") return refusalWords.already_there;
  return step === "confirmed" && quote.verification !== "checked" ? refusalWords.not_checked : null;
}

function useVerdictKeys(say: ((verdict: Verdict) => void) | null, choose: (piece: number) => void): void {
  const latest = useRef({ say, choose });
  useEffect(() => {
    latest.current = { say, choose };
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const told = latest.current;
      if (!told.say || isTyping(event)) return;
      const verdict = verdictKeys[event.key.toLowerCase()];
      const piece = pieceOfKey(event.key);
      if (!verdict && piece === null) return;
      event.preventDefault();
      if (verdict) told.say(verdict);
      else told.choose(piece ?? 0);
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
        className="h-2 min-w-40 flex-1 rounded-card [&::-moz-progress-bar]:bg-sourced [&::-webkit-progress-value]:bg-sourced"
      />
      <p role="status" className="m-0 font-semibold">
        {done} of {quotes.length} checked
      </p>
    </div>
  );
}

type VerdictsProps = {
  quote: QuoteToCheck;
  against: EvidenceRecord | null;
  pending: boolean;
  onSay: (verdict: Verdict) => void;
};

function Verdicts({ quote, against, pending, onSay }: VerdictsProps) {
  const step = quote.verification === "checked" ? "confirmed" : "checked";
  const refused = refusalOf(quote, step);
  return (
    <div className="sticky bottom-16 mt-6 flex flex-wrap items-center gap-x-2.5 gap-y-1.5 border-t border-rule bg-sunken py-3 md:bottom-0">
      <p className="m-0 w-full text-[13px] text-ink-3 [overflow-wrap:anywhere] max-md:line-clamp-1">
        {refused ??
          (step === "checked"
            ? `Held against: ${heldAgainst(against)}`
            : "Checked. Next: the source itself.")}
      </p>
      <Button
        look="go"
        deliberate
        pending={pending}
        pendingLabel="Marking …"
        refusedBecause={refused ?? undefined}
        aria-keyshortcuts={step === "checked" ? "C" : "F"}
        onClick={() => onSay(step)}
      >
        {step === "checked" ? "Holds: mark as checked" : confirmedWith}{" "}
        <Key name={step === "checked" ? "C" : "F"} />
      </Button>
      <Button aria-keyshortcuts="X" onClick={() => onSay("doubt")}>
        Does not hold… <Key name="X" />
      </Button>
      <span className="flex-1" />
      <Button look="quiet" aria-keyshortcuts="B" onClick={() => onSay("previous")}>
        Back <Key name="B" />
      </Button>
      <Button look="quiet" aria-keyshortcuts="N" onClick={() => onSay("next")}>
        Next <Key name="N" />
      </Button>
      <Button look="quiet" aria-keyshortcuts="U" className="max-md:hidden" onClick={() => onSay("unchecked")}>
        Next unchecked <Key name="U" />
      </Button>
    </div>
  );
}

/** The key that does the same; a phone has none. */
const Key = ({ name }: { name: string }) => (
  <kbd aria-hidden className="font-ui text-[11px] opacity-75 max-md:hidden">
    {name}
  </kbd>
);
