"use client";

import type { Editor } from "@tiptap/react";
import type { Settled } from "@/components/quotes/accept-quotes";
import { QuoteForm } from "@/components/quotes/quote-form";
import type { QuoteRecord } from "@/domain/quote-record";
import type { UntiedQuotation } from "@/domain/story-quotes";
import { KeysDialog } from "./commands/keys-dialog";
import { FindQuotes } from "./find-quotes";
import { type StoryReading, useReading } from "./text/story-reading";
import { EmbedDialog } from "./toolbar/embed-dialog";
import { LinkDialog } from "./toolbar/link-dialog";
import { PullQuoteDialog } from "./toolbar/pull-quote-dialog";

export type OpenDialog =
  | { readonly kind: "keys" | "link" | "pull" | "embed" | "find" }
  | {
      readonly kind: "attach";
      readonly verbatim: string;
      readonly suggestion: string | null;
      readonly record?: QuoteRecord;
      /** Where the work was begun, to go on there. */
      readonly from: "text" | "find";
    };

type Props = {
  open: OpenDialog;
  editor: Editor;
  storyId: string;
  language: string;
  mastodonHosts: readonly string[];
  reading: StoryReading;
  onClose: () => void;
  onSaved: (record: QuoteRecord) => void;
  onAttach: (quotation: UntiedQuotation, speaker: string | null) => void;
  onNotAQuotation: (quotation: UntiedQuotation) => void;
  onAccepted: (quotation: UntiedQuotation, record: QuoteRecord) => void;
  settled: Map<string, Settled>;
};

/** Whichever dialog of the writing page is open. */
export function DeskDialogs({ open, editor, reading, onClose, ...rest }: Props) {
  const { quotations } = useReading(reading);
  switch (open.kind) {
    case "keys":
      return <KeysDialog onClose={onClose} />;
    case "link":
      return <LinkDialog editor={editor} onClose={onClose} />;
    case "embed":
      return <EmbedDialog editor={editor} mastodonHosts={rest.mastodonHosts} onClose={onClose} />;
    case "pull":
      return <PullQuoteDialog editor={editor} quotations={quotations} onClose={onClose} />;
    case "find":
      return (
        <FindQuotes
          quotations={quotations.filter((each): each is UntiedQuotation => each.kind === "untied")}
          onAttach={rest.onAttach}
          onNotAQuotation={rest.onNotAQuotation}
          onAccepted={rest.onAccepted}
          settled={rest.settled}
          storyId={rest.storyId}
          language={rest.language}
          onClose={onClose}
        />
      );
    case "attach":
      return (
        <QuoteForm
          verbatim={open.verbatim}
          suggestion={open.suggestion}
          record={open.record}
          storyId={rest.storyId}
          language={rest.language}
          onSaved={rest.onSaved}
          onClose={onClose}
        />
      );
  }
}
