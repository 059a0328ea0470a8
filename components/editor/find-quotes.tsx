"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/components/desk/button";
import { Dialog } from "@/components/desk/dialog";
import { Empty } from "@/components/desk/empty";
import type { UntiedQuotation } from "@/domain/story-quotes";

type Props = {
  quotations: readonly UntiedQuotation[];
  onAttach: (quotation: UntiedQuotation, speaker: string | null) => void;
  onNotAQuotation: (quotation: UntiedQuotation) => void;
  onClose: () => void;
};

/** Every quotation without a quote, one after the other, with who the text says said it. One key each: Enter takes the
 * suggestion, S is somebody else, N is no quotation. */
export function FindQuotes({ quotations, onAttach, onNotAQuotation, onClose }: Props) {
  const [chosen, choose] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const at = Math.min(chosen, quotations.length - 1);

  const left = quotations.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: one that is dealt with goes, and the next takes its place
  useEffect(() => {
    list.current?.querySelectorAll<HTMLElement>("li > div")[at]?.focus();
  }, [at, left]);

  const press = (event: KeyboardEvent, quotation: UntiedQuotation) => {
    const deed = deedOf(event);
    if (!deed) return;
    event.preventDefault();
    if (deed === "down") choose(Math.min(at + 1, quotations.length - 1));
    if (deed === "up") choose(Math.max(at - 1, 0));
    if (deed === "accept") onAttach(quotation, quotation.suggestion?.speaker ?? null);
    if (deed === "somebody else") onAttach(quotation, null);
    if (deed === "no quotation") onNotAQuotation(quotation);
  };

  return (
    <Dialog
      title="Find quotes"
      lead="Quotations in the text that no quote stands behind yet. A suggestion is only that: you confirm who spoke."
      wide
      onClose={onClose}
    >
      {quotations.length === 0 ? (
        <Empty title="Every quotation has its quote">
          Words in quotation marks that have no source yet are listed here.
        </Empty>
      ) : (
        <ul ref={list} className="m-0 grid list-none gap-2 p-0">
          {quotations.map((quotation, index) => (
            <li key={quotation.from}>
              {/* biome-ignore lint/a11y/useSemanticElements: a group that takes keys, with buttons inside */}
              <div
                role="group"
                aria-label={quotation.text}
                tabIndex={index === at ? 0 : -1}
                onKeyDown={(event) => press(event, quotation)}
                onFocus={() => choose(index)}
                className="rounded-card border border-rule px-4 py-3 focus-within:border-edge focus-within:bg-sunken"
              >
                <q className="block font-head text-[17px] leading-snug italic [quotes:none]">
                  {quotation.text}
                </q>
                <p className="m-0 mt-1 text-[13px] text-ink-3">{reasonOf(quotation)}</p>
                <div className="mt-2 flex flex-wrap gap-2">
                  {quotation.suggestion ? (
                    <Button
                      look="strong"
                      onClick={() => onAttach(quotation, quotation.suggestion?.speaker ?? null)}
                    >
                      {quotation.suggestion.speaker}{" "}
                      <kbd className="font-ui text-[11px] opacity-75">Enter</kbd>
                    </Button>
                  ) : null}
                  <Button onClick={() => onAttach(quotation, null)}>
                    {quotation.suggestion ? "Someone else…" : "Say who spoke…"}{" "}
                    <kbd className="font-ui text-[11px] opacity-75">S</kbd>
                  </Button>
                  <Button look="quiet" onClick={() => onNotAQuotation(quotation)}>
                    Not a quotation <kbd className="font-ui text-[11px] opacity-75">N</kbd>
                  </Button>
                </div>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}

type Deed = "down" | "up" | "accept" | "somebody else" | "no quotation";

function deedOf(event: KeyboardEvent): Deed | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  switch (event.key) {
    case "ArrowDown":
      return "down";
    case "ArrowUp":
      return "up";
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
