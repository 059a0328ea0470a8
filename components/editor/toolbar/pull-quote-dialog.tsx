"use client";

import type { Editor } from "@tiptap/react";
import { Dialog } from "@/components/desk/dialog";
import { Empty } from "@/components/desk/empty";
import { isWithheld } from "@/domain/quote-record";
import type { StoryQuotation, TiedQuotation } from "@/domain/story-quotes";
import { insertBlock } from "../text/insert-block";

/** Chooses one of the story's quotes; its words as the story shows them become the pull quote. */
export function PullQuoteDialog({
  editor,
  quotations,
  onClose,
}: {
  editor: Editor;
  quotations: readonly StoryQuotation[];
  onClose: () => void;
}) {
  const tied = quotations.filter(
    (each): each is TiedQuotation => each.kind === "tied" && each.record !== null,
  );
  const choose = (quotation: TiedQuotation) => {
    onClose();
    const content = [{ type: "text", text: quotation.displayed }];
    const pull = { type: "pullQuote", attrs: { quoteId: quotation.quoteId }, content };
    insertBlock(editor, editor.state.selection.to, pull);
    editor.commands.focus();
  };
  return (
    <Dialog
      title="Pull quote"
      lead="Words set large are one quote’s words, as the story shows them."
      onClose={onClose}
    >
      {tied.length === 0 ? (
        <Empty title="No quote in this story yet">
          Attach a quote to some words first; then it can be pulled out here.
        </Empty>
      ) : (
        <ul className="m-0 grid list-none gap-1.5 p-0">
          {tied.map((quotation) => (
            <li key={quotation.quoteId}>
              <button
                type="button"
                onClick={() => choose(quotation)}
                className="w-full cursor-pointer rounded-card border border-rule px-3.5 py-2.5 text-left hover:bg-sunken"
              >
                <q className="block font-head text-[17px] leading-snug italic [quotes:none]">
                  {quotation.displayed}
                </q>
                <span className="text-[13px] text-ink-3">{speakerOf(quotation)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function speakerOf({ record }: TiedQuotation): string {
  if (!record) return "";
  return isWithheld(record) ? record.source.publicDescription || "Name withheld" : record.source.name;
}
