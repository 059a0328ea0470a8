import Link from "next/link";
import { Pill } from "@/components/desk/pill";
import { DifferenceLine } from "@/components/quotes/difference-line";
import { groundRuleNames, verificationNames } from "@/domain/quotes";
import type { QuoteToCheck } from "./check-desk";

const standings = {
  verbatim: ["sourced", "Verbatim"],
  permitted: ["sourced", "Permitted edit"],
  altered: ["broken", "Altered"],
} as const;

/** The words as the story shows them, and as they were said. */
export function WordsToCheck({ quote, number, of }: { quote: QuoteToCheck; number: number; of: number }) {
  const { record } = quote;
  const [tone, standing] = standings[quote.standing];
  return (
    <article aria-label={`Quote ${number} of ${of}`}>
      <p className="m-0 mb-2 flex flex-wrap items-center gap-2 text-ink-3">
        {number} of {of} <Pill tone={tone}>{standing}</Pill>
        <Pill tone={quote.verification === "noted" ? "attention" : "plain"}>
          {verificationNames[quote.verification]}
        </Pill>
      </p>
      <h2 className="m-0 mb-1 font-ui text-[13px] font-semibold text-ink-2">In the story</h2>
      <blockquote
        dir="auto"
        className="m-0 mb-4 font-head text-[22px] leading-[1.35] [overflow-wrap:anywhere] italic"
      >
        {quote.displayed}
      </blockquote>
      <h2 className="m-0 mb-1 font-ui text-[13px] font-semibold text-ink-2">On record</h2>
      <p
        dir="auto"
        className="m-0 font-head text-[18px] leading-[1.4] [overflow-wrap:anywhere] whitespace-pre-line"
      >
        “{record.verbatim}”
      </p>
      {record.translation ? (
        <p dir="auto" className="m-0 mt-1 text-ink-2">
          {record.translation}
        </p>
      ) : null}
      {quote.standing === "altered" && quote.differences.length > 0 ? (
        <DifferenceLine differences={quote.differences} className="mt-2 border border-rule" />
      ) : null}
      <p className="mt-4 mb-0">
        <Link href={`/desk/quotes/${quote.quoteId}`} className="font-semibold">
          <bdi>{record.source.name}</bdi>
        </Link>
        {[record.source.role, record.source.organisation].filter(Boolean).map((each) => ` · ${each}`)}
      </p>
      <p className="m-0 text-ink-3">
        {quote.line} · {groundRuleNames[record.groundRule]}
      </p>
      {record.source.unnamed ? <Unnamed attestations={record.source.attestedBy.length} /> : null}
    </article>
  );
}

/** What stands behind an unnamed source is no evidence, and is checked too: whether an editor knows who it is. */
const Unnamed = ({ attestations }: { attestations: number }) => (
  <p className={`m-0 mt-1 ${attestations > 0 ? "text-sourced" : "text-attention"}`}>
    {attestations > 0
      ? "Unnamed. An editor has said that they know who this is."
      : "Unnamed, and no editor has said yet that they know who this is: that is done on the source’s page."}
  </p>
);
