"use client";

import { memo, type RefObject, useLayoutEffect, useRef } from "react";
import { panelOf, quotationKey, signOf, tagOf } from "@/domain/quote-lines";
import type { QuoteRecord } from "@/domain/quote-record";
import type { StoryQuotation, TiedQuotation, UntiedQuotation } from "@/domain/story-quotes";
import { QuoteCard } from "./quote-card";

export type PanelCommands = {
  readonly onSelect: (quotation: StoryQuotation) => void;
  /** Opens the quote form: with the speaker that the text suggests, or with none. */
  readonly onAttach: (quotation: UntiedQuotation, suggestion: string | null) => void;
  readonly onNotAQuotation: (quotation: UntiedQuotation) => void;
  /** Puts the verbatim in place of the displayed words. */
  readonly onRepair: (quotation: TiedQuotation) => void;
  /** Takes the marks and the tie off the displayed words; the record stays. */
  readonly onParaphrase: (quotation: TiedQuotation) => void;
  /** Opens the quote form on a quote that is on record. */
  readonly onEdit?: ((record: QuoteRecord) => void) | undefined;
};

type Props = PanelCommands & { quotations: readonly StoryQuotation[]; selected: string | null };

/** The quotations of a story: how many are verified, what each one rests on, and what is to be done about the others.
 * `selected` is a `quotationKey`. */
export function QuotePanel({ quotations, selected, ...commands }: Props) {
  const { counted, short, ...counts } = panelOf(quotations);
  const named = namesOf([...counted, ...short]);
  const asked = useLatest(named, commands);
  if (quotations.length === 0) return <NoQuotations />;
  const card = (quotation: StoryQuotation) => {
    const name = named.get(quotation) ?? "";
    const isSelected = quotationKey(quotation) === selected;
    const mayEdit = commands.onEdit !== undefined;
    return <SteadyCard key={name} {...{ name, quotation, asked, mayEdit }} selected={isSelected} />;
  };
  return (
    <div className="text-[13.5px]">
      <Summary found={counted} {...counts} />
      <ul className="m-0 list-none p-0" aria-label="Quotations of this story">
        {counted.map(card)}
      </ul>
      {short.length > 0 ? (
        <details open={short.some((each) => quotationKey(each) === selected) || undefined}>
          <summary className="cursor-pointer border-b border-rule px-4.5 py-3.5 text-ink-2">
            {short.length === 1 ? "1 short quotation" : `${short.length} short quotations`} without a source
          </summary>
          <ul className="m-0 list-none p-0" aria-label="Short quotations">
            {short.map(card)}
          </ul>
        </details>
      ) : null}
    </div>
  );
}

/** A name for each quotation that it keeps while others are written before it: the quote that it is tied to, or its
 * words, counted where they are said more than once. */
function namesOf(quotations: readonly StoryQuotation[]): ReadonlyMap<StoryQuotation, string> {
  const times = new Map<string, number>();
  return new Map(
    quotations.map((quotation) => {
      const words = quotation.kind === "tied" ? quotation.quoteId : quotation.text;
      const time = (times.get(words) ?? 0) + 1;
      times.set(words, time);
      return [quotation, `${quotation.kind} ${time} ${words}`];
    }),
  );
}

type Asked = {
  readonly quotations: ReadonlyMap<string, StoryQuotation>;
  readonly commands: PanelCommands;
};

/** The quotations as they were read last, and what is to be done with one: for cards that were drawn before. */
function useLatest(
  named: ReadonlyMap<StoryQuotation, string>,
  commands: PanelCommands,
): RefObject<Asked | null> {
  const asked = useRef<Asked | null>(null);
  useLayoutEffect(() => {
    asked.current = {
      quotations: new Map([...named].map(([quotation, name]) => [name, quotation])),
      commands,
    };
  });
  return asked;
}

type CardProps = {
  name: string;
  quotation: StoryQuotation;
  selected: boolean;
  mayEdit: boolean;
  asked: RefObject<Asked | null>;
};

/** A card that is drawn anew only when it says something else: in a long story there are hundreds, and each key moves
 * the places of all behind it. What it commands is done with the quotation as it stands by then. */
const SteadyCard = memo(
  function SteadyCard({ name, quotation, selected, mayEdit, asked }: CardProps) {
    const now = () => asked.current?.quotations.get(name) ?? quotation;
    const untied = (does: (commands: PanelCommands, latest: UntiedQuotation) => void) => {
      const latest = now();
      if (asked.current && latest.kind === "untied") does(asked.current.commands, latest);
    };
    const tied = (does: (commands: PanelCommands, latest: TiedQuotation) => void) => {
      const latest = now();
      if (asked.current && latest.kind === "tied") does(asked.current.commands, latest);
    };
    return (
      <QuoteCard
        quotation={quotation}
        selected={selected}
        onSelect={() => asked.current?.commands.onSelect(now())}
        onAttach={(_, speaker) => untied((commands, latest) => commands.onAttach(latest, speaker))}
        onNotAQuotation={() => untied((commands, latest) => commands.onNotAQuotation(latest))}
        onRepair={() => tied((commands, latest) => commands.onRepair(latest))}
        onParaphrase={() => tied((commands, latest) => commands.onParaphrase(latest))}
        onEdit={mayEdit ? (record) => asked.current?.commands.onEdit?.(record) : undefined}
      />
    );
  },
  (before, now) =>
    before.name === now.name &&
    before.selected === now.selected &&
    before.mayEdit === now.mayEdit &&
    signOf(before.quotation) === signOf(now.quotation),
);

type Counts = { verified: number; unattributed: number; altered: number; unvouched: number };

function Summary({
  found,
  verified,
  unattributed,
  altered,
  unvouched,
}: Counts & { found: readonly StoryQuotation[] }) {
  const noun = found.length === 1 ? "quote" : "quotes";
  const rest = [
    unattributed > 0 ? `${unattributed} unattributed` : "",
    altered > 0 ? `${altered} altered` : "",
    unvouched > 0 ? `${unvouched} unnamed, not yet ready` : "",
  ].filter(Boolean);
  return (
    <div className="border-b border-rule px-4.5 py-3.5">
      <p className="m-0">
        <b className="font-semibold">
          {verified} of {found.length} {noun} verified
        </b>
        {rest.length > 0 ? <span className="text-ink-3"> · {rest.join(" · ")}</span> : null}
      </p>
      <Track
        tones={[...found]
          .reverse()
          .map((each) => tagOf(each).tone)
          .join(" ")}
      />
    </div>
  );
}

/** A bar with a stretch for each quotation, what stands in the way last. */
const Track = memo(function Track({ tones }: { tones: string }) {
  const all = tones.split(" ").flatMap((tone) => (tone in tracks ? [tone as keyof typeof tracks] : []));
  return (
    <div
      aria-hidden
      className={`mt-2 flex ${all.length > 40 ? "gap-px" : "gap-[3px]"}`}
      data-testid="quote-track"
    >
      {all.map((tone, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is nothing but its place and its colour
        <i key={at} className={`h-[7px] flex-1 rounded-xs ${tracks[tone]}`} />
      ))}
    </div>
  );
});

const tracks = { sourced: "bg-sourced", attention: "bg-attention", broken: "bg-broken" } as const;

function NoQuotations() {
  return (
    <div className="m-4.5 rounded-lg border border-dashed border-rule px-4 py-5 text-[13.5px] leading-normal text-ink-2">
      <p className="m-0 mb-1 font-semibold text-ink">No quotations yet</p>
      Words that you put in quotation marks appear here, each with the question who said them. To attach a
      source, select the words in the text and press Attach quote.
    </div>
  );
}
