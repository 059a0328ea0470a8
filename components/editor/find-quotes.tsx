"use client";

import {
  type KeyboardEvent,
  memo,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { saveQuote } from "@/app/actions/quotes";
import { Button } from "@/components/desk/button";
import { Dialog } from "@/components/desk/dialog";
import { Empty } from "@/components/desk/empty";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";
import { useSeenRows } from "@/components/desk/use-seen-rows";
import { AcceptQuotes, entryFor, type Settled } from "@/components/quotes/accept-quotes";
import type { QuoteRecord } from "@/domain/quote-record";
import type { UntiedQuotation } from "@/domain/story-quotes";

type Props = {
  quotations: readonly UntiedQuotation[];
  onAttach: (quotation: UntiedQuotation, speaker: string | null) => void;
  onNotAQuotation: (quotation: UntiedQuotation) => void;
  /** Ties the quotation to the quote that it was accepted as. */
  onAccepted: (quotation: UntiedQuotation, record: QuoteRecord) => void;
  /** Speakers who were confirmed while this page was open. */
  settled: Map<string, Settled>;
  storyId: string;
  language: string;
  onClose: () => void;
};

/** All quotations for which the text suggests the same speaker. */
const sameSpeaker = (all: readonly UntiedQuotation[], speaker: string) =>
  all.filter((each) => each.suggestion?.speaker === speaker && !each.looksLikeTitle);

/** How many quotations the text gives to each speaker: those that look like titles aside, as "all of theirs" leaves them. */
function countsBySpeaker(all: readonly UntiedQuotation[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { suggestion, looksLikeTitle } of all)
    if (suggestion && !looksLikeTitle)
      counts.set(suggestion.speaker, (counts.get(suggestion.speaker) ?? 0) + 1);
  return counts;
}

/** Pixels between two rows. */
const gap = 8;

/** Every quotation without a quote, one after the other, with who the text says said it. One key each: Enter takes the
 * suggestion, A takes it for all of that speaker's, S is somebody else, N is no quotation. The first time a speaker is
 * taken, the occasion is asked for; after that, the key alone is enough. */
export function FindQuotes(props: Props) {
  const { quotations, onAttach, onNotAQuotation, onAccepted, settled, storyId, language, onClose } = props;
  const [chosen, choose] = useState(0);
  const [accepting, accept] = useState<readonly UntiedQuotation[] | null>(null);
  const { run, pending, error } = useCommand(saveQuote);
  const list = useRef<HTMLUListElement>(null);
  const at = Math.min(chosen, quotations.length - 1);
  const left = quotations.length;
  const pieces = useSeenRows(list, left, at, gap);

  // biome-ignore lint/correctness/useExhaustiveDependencies: one that is dealt with goes, and the next takes its place
  useEffect(() => {
    list.current?.querySelector<HTMLElement>(`[data-row="${at}"] > div`)?.focus();
  }, [at, left]);

  const take = async (quotation: UntiedQuotation, all: boolean) => {
    const speaker = quotation.suggestion?.speaker;
    if (!speaker) return onAttach(quotation, null);
    const taken = all ? sameSpeaker(quotations, speaker) : [quotation];
    const known = settled.get(speaker);
    if (!known) return accept(taken.length > 0 ? taken : [quotation]);
    for (const each of taken) {
      const saved = await run(entryFor(known, each.text, storyId));
      if (!saved) return;
      onAccepted(each, saved.value);
    }
  };

  const press = (event: KeyboardEvent, quotation: UntiedQuotation) => {
    const deed = deedOf(event);
    if (!deed) return;
    event.preventDefault();
    if (deed === "down") choose(Math.min(at + 1, quotations.length - 1));
    if (deed === "up") choose(Math.max(at - 1, 0));
    if (deed === "first") choose(0);
    if (deed === "last") choose(quotations.length - 1);
    if (deed === "accept") void take(quotation, false);
    if (deed === "accept all") void take(quotation, true);
    if (deed === "somebody else") onAttach(quotation, null);
    if (deed === "no quotation") onNotAQuotation(quotation);
  };
  const commands = useRef<RowCommands | null>(null);
  useLayoutEffect(() => {
    commands.current = { take, press, choose, onAttach, onNotAQuotation };
  });
  const counts = countsBySpeaker(quotations);

  const speaker = accepting?.[0]?.suggestion?.speaker;
  if (accepting && speaker) {
    return (
      <Dialog
        key="accept"
        title={accepting.length === 1 ? "Accept a quote" : `Accept ${accepting.length} quotes`}
        lead="Confirm who spoke and on what occasion. Further words of this speaker are then accepted with one key."
        wide
        onClose={() => accept(null)}
      >
        <AcceptQuotes
          speaker={speaker}
          quotations={accepting}
          storyId={storyId}
          language={language}
          onAccepted={(index, record) => {
            const quotation = accepting[index];
            if (quotation) onAccepted(quotation, record);
          }}
          onDone={(made) => {
            settled.set(speaker, made);
            accept(null);
          }}
          onBack={() => accept(null)}
        />
      </Dialog>
    );
  }
  return (
    <Dialog
      key="find"
      title="Find quotes"
      lead="Quotations in the text that no quote stands behind yet. A suggestion is only that: you confirm who spoke."
      wide
      onClose={onClose}
    >
      {error ? <Notice>{error}</Notice> : null}
      {quotations.length === 0 ? (
        <Empty title="Every quotation has its quote">
          Words in quotation marks that have no source yet are listed here.
        </Empty>
      ) : (
        <ul ref={list} className="m-0 grid list-none p-0" style={{ gap }}>
          {pieces.map((piece) => {
            if (piece.kind === "room")
              return <li key={`room ${piece.from}`} aria-hidden style={{ height: piece.height }} />;
            const { index } = piece;
            const quotation = quotations[index];
            return quotation ? (
              <Row
                key={quotation.from}
                {...{ quotation, index, commands }}
                pending={pending && index === at}
                chosen={index === at}
                of={left}
                theirs={counts.get(quotation.suggestion?.speaker ?? "") ?? 0}
              />
            ) : null;
          })}
        </ul>
      )}
    </Dialog>
  );
}

type RowCommands = {
  readonly take: (quotation: UntiedQuotation, all: boolean) => Promise<void>;
  readonly press: (event: KeyboardEvent, quotation: UntiedQuotation) => void;
  readonly choose: (index: number) => void;
} & Pick<Props, "onAttach" | "onNotAQuotation">;

type RowProps = {
  quotation: UntiedQuotation;
  index: number;
  /** How many there are. */
  of: number;
  chosen: boolean;
  pending: boolean;
  /** How many quotations the text gives to the same speaker. */
  theirs: number;
  commands: RefObject<RowCommands | null>;
};

/** One quotation with its buttons: drawn anew only when it changes, for a key must not draw hundreds. */
const Row = memo(function Row({ quotation, index, of, chosen, pending, theirs, commands }: RowProps) {
  const { suggestion } = quotation;
  const about = useId();
  return (
    <li data-row={index} aria-posinset={index + 1} aria-setsize={of}>
      {/* biome-ignore lint/a11y/useSemanticElements: a group that takes keys, with buttons inside */}
      <div
        role="group"
        aria-label={quotation.text}
        aria-describedby={about}
        tabIndex={chosen ? 0 : -1}
        onKeyDown={(event) => commands.current?.press(event, quotation)}
        onFocus={() => commands.current?.choose(index)}
        className="rounded-card border border-rule px-4 py-3 focus-within:border-edge focus-within:bg-sunken"
      >
        <q className="block font-head text-[17px] leading-snug italic [quotes:none]">{quotation.text}</q>
        <p id={about} className="m-0 mt-1 flex gap-3 text-[13px] text-ink-3">
          <span className="flex-1">{reasonOf(quotation)}</span>{" "}
          <span className="tabular-nums whitespace-nowrap">
            {index + 1} of {of}
          </span>
        </p>
        <div className="mt-2 flex flex-wrap gap-2">
          {suggestion ? (
            <Button
              look="strong"
              pending={pending}
              onClick={() => void commands.current?.take(quotation, false)}
            >
              <bdi>{suggestion.speaker}</bdi> <kbd className="font-ui text-[11px] opacity-75">Enter</kbd>
            </Button>
          ) : null}
          {theirs > 1 ? (
            <Button pending={pending} onClick={() => void commands.current?.take(quotation, true)}>
              All {theirs} of theirs <kbd className="font-ui text-[11px] opacity-75">A</kbd>
            </Button>
          ) : null}
          <Button onClick={() => commands.current?.onAttach(quotation, null)}>
            {suggestion ? "Someone else…" : "Say who spoke…"}{" "}
            <kbd className="font-ui text-[11px] opacity-75">S</kbd>
          </Button>
          <Button look="quiet" onClick={() => commands.current?.onNotAQuotation(quotation)}>
            Not a quotation <kbd className="font-ui text-[11px] opacity-75">N</kbd>
          </Button>
        </div>
      </div>
    </li>
  );
});

type Deed = "down" | "up" | "first" | "last" | "accept" | "accept all" | "somebody else" | "no quotation";

function deedOf(event: KeyboardEvent): Deed | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  switch (event.key) {
    case "ArrowDown":
      return "down";
    case "ArrowUp":
      return "up";
    case "Home":
      return "first";
    case "End":
      return "last";
    case "a":
    case "A":
      return "accept all";
    case "s":
    case "S":
      return "somebody else";
    case "n":
    case "N":
      return "no quotation";
    case "Enter":
      // On a button the key presses that button.
      return event.target instanceof HTMLButtonElement ? null : "accept";
    default:
      return null;
  }
}

function reasonOf({ suggestion, looksLikeTitle, short }: UntiedQuotation): string {
  if (looksLikeTitle) return "This looks like a title or a term.";
  if (suggestion) return suggestion.reason;
  return short ? "Only a few words: often a term. The text names nobody." : "The text names nobody.";
}
