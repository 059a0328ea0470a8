"use client";

import { useSyncExternalStore } from "react";
import { Button } from "@/components/desk/button";
import type { Body } from "@/domain/body/body";
import type { Words } from "@/domain/words";
import { CopyText } from "../saving/copy-text";
import type { KeptSuggestions, Returned } from "./kept-suggestions";

type Props = { kept: KeptSuggestions; words: () => Words; moment: (iso: string) => string };

/** Says what became of suggestions that this device had kept because their page ended before they were sent. */
export function KeptSuggestionsLine({ kept, words, moment }: Props) {
  const view = useSyncExternalStore(kept.subscribe, kept.current, kept.current);
  const isThere = view.how !== "nothing";
  return (
    <div
      className={
        isThere
          ? "flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-rule bg-info-soft px-4 py-2"
          : ""
      }
    >
      <p role="status" className="m-0 min-w-0 text-[13.5px] text-ink">
        {isThere ? told(view, moment(view.at)) : null}
      </p>
      {view.how === "sent" ? (
        <Button look="quiet" onClick={kept.close}>
          Close
        </Button>
      ) : null}
      {view.how === "refused" ? (
        <>
          <CopyText words={asTyped(words(), view)}>Copy the text with them</CopyText>
          <Button look="quiet" onClick={() => void kept.letGo(view.copy)}>
            Let them go
          </Button>
        </>
      ) : null}
    </div>
  );
}

function told(view: Exclude<Returned, { how: "nothing" }>, at: string): string {
  const which = `Suggestions that you typed here until ${at}`;
  switch (view.how) {
    case "sent":
      return `${which} were not sent before the page closed. This device kept them, and the newsroom has them now.`;
    case "waiting":
      return `${which} are kept on this device. The newsroom does not answer: they are sent as soon as it does.`;
    case "refused":
      return `${which} could not be sent. ${view.words} They are still on this device.`;
  }
}

const asTyped = (now: Words, { copy }: Extract<Returned, { how: "refused" }>): Words => {
  const { body, ...lines } = copy.save.words;
  // Written by this page, in the form of a body.
  return { ...now, ...lines, body: JSON.parse(body) as Body };
};
