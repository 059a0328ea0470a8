"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import type { QuoteRecord } from "@/domain/quote-record";
import type { ChosenSource } from "./quote-draft";
import { QuoteForm } from "./quote-form";

/** Puts a new quote down outside any story: an interview is often written up before there is a story. */
export function NewQuote({ source, language }: { source?: ChosenSource; language: string }) {
  const router = useRouter();
  const announce = useAnnounce();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="strong" onClick={() => setOpen(true)}>
        New quote
      </Button>
      {open ? (
        <QuoteForm
          verbatim=""
          suggestion={null}
          source={source}
          language={language}
          onClose={() => setOpen(false)}
          onSaved={() => {
            setOpen(false);
            announce("The quote is on record.");
            router.refresh();
          }}
        />
      ) : null}
    </>
  );
}

/** Opens a quote that is on record, to change it. */
export function ChangeQuote({
  record,
  language,
  refusedBecause,
}: {
  record: QuoteRecord;
  language: string;
  refusedBecause?: string | undefined;
}) {
  const router = useRouter();
  const announce = useAnnounce();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button refusedBecause={refusedBecause} onClick={() => setOpen(true)}>
        Change
      </Button>
      {open ? (
        <QuoteForm
          verbatim=""
          suggestion={null}
          record={record}
          language={language}
          onClose={() => setOpen(false)}
          onSaved={(saved) => {
            setOpen(false);
            announce(
              saved.verification === record.verification
                ? "The quote is saved."
                : "The quote is saved. It has to be checked anew.",
            );
            router.refresh();
          }}
        />
      ) : null}
    </>
  );
}
