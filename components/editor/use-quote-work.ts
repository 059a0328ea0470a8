"use client";

import type { Editor } from "@tiptap/react";
import { useState } from "react";
import { flushSync } from "react-dom";
import { useAnnounce } from "@/components/desk/announcer";
import type { Settled } from "@/components/quotes/accept-quotes";
import { quotationKey } from "@/domain/quote-lines";
import type { QuoteRecord } from "@/domain/quote-record";
import type { StoryQuotation, TiedQuotation, UntiedQuotation } from "@/domain/story-quotes";
import type { OpenDialog } from "./desk-dialogs";
import {
  bareWords,
  hold,
  markNotAQuotation,
  paraphrase,
  passageToAttach,
  restoreVerbatim,
  showInText,
  textOf,
  tieHeld,
} from "./quote-work";
import { type Passage, placesOf } from "./text/quotations-shown";
import type { StoryReading } from "./text/story-reading";

const nothingToAttach = "Select the words, or put the caret into a quotation, and attach the quote then.";
const notDivided =
  "It cannot be told which words of the verbatim belong to which piece. Put them right in the text, or make it a paraphrase.";

/** What is done with quotations on this page, and the dialog it is done in. */
export function useQuoteWork(editor: Editor | null, reading: StoryReading, editable: boolean) {
  const announce = useAnnounce();
  const [open, setOpen] = useState<OpenDialog | null>(null);
  const [settled] = useState(() => new Map<string, Settled>());

  const attach = (passage: Passage, suggestion: string | null, from: "text" | "find") => {
    if (!editor) return;
    hold(editor, passage);
    setOpen({ kind: "attach", verbatim: bareWords(textOf(editor, passage)), suggestion, from });
  };
  const placeOf = (quotation: StoryQuotation): Passage => {
    const places = editor ? placesOf(editor.state, quotationKey(quotation)) : [];
    return { from: places[0]?.from ?? quotation.from, to: places.at(-1)?.to ?? quotation.to };
  };

  return {
    open,
    setOpen,
    settled,
    accepted: (quotation: UntiedQuotation, record: QuoteRecord) => {
      if (!editor) return;
      hold(editor, placeOf(quotation));
      tieHeld(editor, record.id);
      reading.know([record]);
    },
    attachHere: () => {
      const found = editor && editable ? passageToAttach(editor) : null;
      if (!found) return announce(nothingToAttach);
      const { passage, quotation } = found;
      const suggestion = quotation?.kind === "untied" ? (quotation.suggestion?.speaker ?? null) : null;
      attach(passage, suggestion, "text");
    },
    attachTo: (quotation: UntiedQuotation, speaker: string | null, from: "text" | "find") =>
      attach(placeOf(quotation), speaker, from),
    notAQuotation: (quotation: UntiedQuotation) => editor && markNotAQuotation(editor, placeOf(quotation)),
    repair: (quotation: TiedQuotation) => {
      if (editor && !restoreVerbatim(editor, quotation)) announce(notDivided);
    },
    paraphrase: (quotation: TiedQuotation) => {
      if (!editor) return;
      paraphrase(editor, quotation);
      announce("The words are a paraphrase now. The quote stays on record.");
    },
    edit: (record: QuoteRecord) =>
      setOpen({ kind: "attach", verbatim: record.verbatim, suggestion: null, record, from: "text" }),
    show: (quotation: StoryQuotation) => {
      reading.select(quotationKey(quotation));
      if (editor) showInText(editor, placeOf(quotation));
    },
    /** The quote was saved: the words that were held are its words now. */
    saved: (record: QuoteRecord) => {
      if (editor) tieHeld(editor, record.id);
      reading.know([record]);
      setOpen(open?.kind === "attach" && open.from === "find" ? { kind: "find" } : null);
    },
    close: () => {
      if (editor && open?.kind === "attach") hold(editor, null);
      // What lies under an open dialog cannot take the focus.
      flushSync(() => setOpen(null));
      editor?.commands.focus();
    },
  };
}
export type QuoteWork = ReturnType<typeof useQuoteWork>;
