"use client";

import { type Editor, useEditorState } from "@tiptap/react";
import { ChevronDown, ChevronUp } from "lucide-react";
import { Button } from "@/components/desk/button";
import { Notice } from "@/components/desk/notice";
import { lineNames } from "@/domain/review/suggested-lines";
import { commands } from "../commands/commands";
import { keysNamed } from "../commands/keys";
import type { Fields } from "../text/story-text";
import { itemAt, itemsIn, type SuggestedItem } from "./suggested-items";
import type { SuggestionWork } from "./use-suggestion-work";

type Props = {
  editor: Editor;
  work: SuggestionWork;
  userId: string;
  fields: Fields;
  moment: (iso: string) => string;
};

/** What is suggested, one edit after the other: who, when, what becomes of a quotation; and what is decided on it. */
export function SuggestionsBar({ editor, work, userId, fields, moment }: Props) {
  const { view } = work;
  const { items, at } = useEditorState({
    editor,
    selector: ({ editor: now }) => {
      const found = itemsIn(now, view, userId, fields);
      return { items: found, at: itemAt(now, found, work.chosen) };
    },
  });
  const item = items[at];
  const gone = view.list.filter((each) => each.span === null).length;
  if (!work.isOn && items.length === 0 && gone === 0) return null;
  const decidable = items.filter((each) => !each.isHere);
  return (
    <section
      aria-label="Suggested edits"
      className="sticky top-12 z-10 mx-auto mb-2 max-w-[780px] rounded-lg border border-rule bg-surface px-3 py-2 font-ui text-[13.5px] shadow-sm"
    >
      {work.isOn ? (
        <p className="m-0 mb-1 text-ink-2">
          <b className="font-semibold text-sourced">Suggesting.</b> The text stays as it is until your
          suggestions are accepted.
        </p>
      ) : null}
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5">
        <Steps count={items.length} at={at} work={work} />
        {item ? <Decide item={item} work={work} /> : null}
        {!work.isOn && work.mayDecide && decidable.length > 1 ? (
          <span className="ml-auto flex gap-1">
            <Button look="quiet" pending={work.pending} onClick={() => void work.decideAll("accepted")}>
              Accept all {decidable.length}
            </Button>
            <Button look="quiet" pending={work.pending} onClick={() => void work.decideAll("rejected")}>
              Reject all
            </Button>
          </span>
        ) : null}
      </div>
      {item ? <Words item={item} moment={moment} /> : null}
      {gone > 0 ? (
        <p className="m-0 mt-1 text-ink-3">
          {gone === 1 ? "The words of 1 suggestion are" : `The words of ${gone} suggestions are`} not in the
          text any more. See them in review.
        </p>
      ) : null}
      {work.error ? <Notice>{work.error}</Notice> : null}
    </section>
  );
}

function Steps({ count, at, work }: { count: number; at: number; work: SuggestionWork }) {
  if (count === 0) return <span className="text-ink-3">Nothing is suggested yet.</span>;
  return (
    <>
      <span className="font-semibold whitespace-nowrap">
        {at + 1} of {count} <span className="font-normal text-ink-2">suggested</span>
      </span>
      <span className="flex">
        <Button
          look="quiet"
          aria-label="Previous suggestion"
          title={`Previous (${keysNamed(commands.previousSuggestion.keys)})`}
          className="px-1.5!"
          onClick={() => work.go(-1)}
        >
          <ChevronUp aria-hidden size={17} />
        </Button>
        <Button
          look="quiet"
          aria-label="Next suggestion"
          title={`Next (${keysNamed(commands.nextSuggestion.keys)})`}
          className="px-1.5!"
          onClick={() => work.go(1)}
        >
          <ChevronDown aria-hidden size={17} />
        </Button>
      </span>
    </>
  );
}

function Decide({ item, work }: { item: SuggestedItem; work: SuggestionWork }) {
  if (item.isHere) {
    return (
      <Button
        title={keysNamed(commands.rejectSuggestion.keys)}
        onClick={() => void work.decide("rejected", item)}
      >
        Take back
      </Button>
    );
  }
  if (work.isOn || !work.mayDecide) return null;
  return (
    <span className="flex gap-1">
      <Button
        title={keysNamed(commands.acceptSuggestion.keys)}
        pending={work.pending}
        onClick={() => void work.decide("accepted", item)}
      >
        Accept
      </Button>
      <Button
        look="quiet"
        title={keysNamed(commands.rejectSuggestion.keys)}
        pending={work.pending}
        onClick={() => void work.decide("rejected", item)}
      >
        Reject
      </Button>
    </span>
  );
}

function Words({ item, moment }: { item: SuggestedItem; moment: (iso: string) => string }) {
  const { suggestion } = item;
  return (
    <div className="mt-1 leading-[1.45] text-ink-2">
      <p dir="auto" className="m-0 line-clamp-3 [overflow-wrap:anywhere]">
        {item.field === "body" ? null : <span className="text-ink-3">In the {lineNames[item.field]}: </span>}
        {item.out ? <del className="suggested-out">{item.out}</del> : null}
        {item.out && item.in ? " " : null}
        {item.in ? <ins className="suggested-in">{item.in}</ins> : null}
        <span className="text-ink-3">
          {" "}
          {item.isHere ? "You" : <bdi>{suggestion?.by}</bdi>}
          {suggestion ? `, ${moment(suggestion.when)}` : ", now"}
        </span>
      </p>
      {suggestion?.why ? <p className="m-0">{suggestion.why}</p> : null}
      {suggestion?.picture ? <p className="m-0 [overflow-wrap:anywhere]">{suggestion.picture}</p> : null}
      {suggestion?.quotation ? <p className="m-0 text-attention">{suggestion.quotation}</p> : null}
    </div>
  );
}
