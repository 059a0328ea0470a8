"use client";

import { cardLine, groundRuleInWords, tagOf } from "@/domain/quote-lines";
import { isWithheld, type QuoteRecord } from "@/domain/quote-record";
import type { StoryQuotation, TiedQuotation, UntiedQuotation } from "@/domain/story-quotes";
import { buttonClasses } from "../desk/button";
import { DifferenceLine } from "./difference-line";
import type { PanelCommands } from "./quote-panel";

const chosen = {
  sourced: "bg-sourced-soft shadow-[inset_3px_0_var(--sourced)]",
  attention: "bg-attention-soft shadow-[inset_3px_0_var(--attention)]",
  broken: "bg-broken-soft shadow-[inset_3px_0_var(--broken)]",
} as const;

/** One quotation: its words, who stands behind them, and what is to be done. A press anywhere on it selects its words in the text. */
export function QuoteCard({
  quotation,
  selected,
  ...commands
}: PanelCommands & { quotation: StoryQuotation; selected: boolean }) {
  const tag = tagOf(quotation);
  // A quotation that was split shows each of its parts.
  const parts = quotation.kind === "tied" ? quotation.parts.map((part) => part.text) : [quotation.text];
  const words = parts.map(inMarks);
  return (
    <li
      className={`relative [contain-intrinsic-size:auto_150px] border-b border-rule px-4.5 py-3.5 [content-visibility:auto] ${selected ? chosen[tag.tone] : "hover:bg-sunken"}`}
    >
      <button
        type="button"
        aria-pressed={selected}
        onClick={() => commands.onSelect(quotation)}
        className="mb-1.5 block w-full cursor-pointer text-left font-head text-[16.5px] leading-[1.4] text-ink italic after:absolute after:inset-0 after:content-['']"
      >
        {words.map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts stand in the order of the text
          <span key={at} dir="auto" className="line-clamp-4 [overflow-wrap:anywhere]">
            {part}
          </span>
        ))}
      </button>
      {quotation.kind === "tied" ? (
        <Tied quotation={quotation} selected={selected} {...commands} />
      ) : (
        <Untied quotation={quotation} {...commands} />
      )}
      <Tag {...tag} />
    </li>
  );
}

/** The mark of a quote may lie inside or around the quotation marks of the text; a card always shows them. */
const inMarks = (words: string): string => (/^["“„«‘'‚‹]/u.test(words) ? words : `“${words}”`);

const tagTones = { sourced: "text-sourced", attention: "text-attention", broken: "text-broken" } as const;

/** How a quote stands: a symbol, a colour and the words, which alone say all of it. */
export function Tag({ tone, words }: { tone: keyof typeof tagTones; words: string }) {
  return (
    <p className={`m-0 mt-1.5 text-[12px] leading-snug font-semibold ${tagTones[tone]}`}>
      <span aria-hidden>{tone === "sourced" ? "✓" : "●"} </span>
      {words}
    </p>
  );
}

/** The speaker as the desk knows them, with the ground rule and where the words come from. */
export function QuoteOrigin({ record }: { record: QuoteRecord }) {
  const { source } = record;
  const shown = isWithheld(record) && source.publicDescription ? source.publicDescription : source.name;
  return (
    <p className="m-0 leading-snug text-ink-3">
      <b className="font-semibold text-ink">
        <bdi>{shown}</bdi>
      </b>{" "}
      · {groundRuleInWords(record)}
      <br />
      {cardLine(record, new Date().getFullYear())}
    </p>
  );
}

function Tied({
  quotation,
  selected,
  onRepair,
  onParaphrase,
  onEdit,
}: PanelCommands & { quotation: TiedQuotation; selected: boolean }) {
  const { record, standing } = quotation;
  if (!record) return null;
  return (
    <>
      <QuoteOrigin record={record} />
      {standing === "permitted" && quotation.comparison.rules.length > 0 ? (
        <p className="m-0 mt-1 text-[12.5px] text-ink-3">
          Permitted edit: {quotation.comparison.rules.join("; ").toLowerCase()}
        </p>
      ) : null}
      {standing === "altered" ? (
        <DifferenceLine differences={quotation.comparison.differences} className="mt-2" />
      ) : null}
      {standing === "altered" || (onEdit && selected) ? (
        <div className="relative z-10 mt-2.5 flex w-fit flex-wrap gap-2">
          {standing === "altered" ? (
            <>
              <button type="button" className={small("strong")} onClick={() => onRepair(quotation)}>
                Restore the verbatim
              </button>
              <button type="button" className={small("plain")} onClick={() => onParaphrase(quotation)}>
                Make it a paraphrase
              </button>
            </>
          ) : null}
          {onEdit && selected ? (
            <button type="button" className={small("plain")} onClick={() => onEdit(record)}>
              Open the quote
            </button>
          ) : null}
        </div>
      ) : null}
    </>
  );
}

function Untied({ quotation, onAttach, onNotAQuotation }: PanelCommands & { quotation: UntiedQuotation }) {
  const { suggestion, looksLikeTitle } = quotation;
  const speaker = suggestion?.speaker ?? null;
  return (
    <>
      <p className="m-0 text-ink-3">
        {looksLikeTitle ? "This may be a title or a term. " : ""}
        {speaker ? "No source yet. The text suggests:" : "No source yet."}
      </p>
      <div className="relative z-10 mt-2.5 flex w-fit flex-wrap gap-2">
        {speaker ? (
          <>
            <button
              type="button"
              title={suggestion?.reason}
              className={small("strong")}
              onClick={() => onAttach(quotation, speaker)}
            >
              <bdi>{speaker}</bdi>
            </button>
            <button type="button" className={small("plain")} onClick={() => onAttach(quotation, null)}>
              Someone else…
            </button>
          </>
        ) : (
          <button type="button" className={small("strong")} onClick={() => onAttach(quotation, null)}>
            Say who said it…
          </button>
        )}
        <button type="button" className={small("plain")} onClick={() => onNotAQuotation(quotation)}>
          Not a quotation
        </button>
      </div>
    </>
  );
}

const small = (look: "plain" | "strong") =>
  `${buttonClasses(look)} min-h-7.5! px-2.5! py-1! text-[12.5px]! max-md:min-h-9!`;
