import { Fragment } from "react";
import type { Difference } from "@/domain/quotations/compare";

/** The record and the displayed words laid side by side: what is missing struck through, what was put in underlined. */
export function DifferenceLine({
  differences,
  className = "",
}: {
  differences: readonly Difference[];
  className?: string;
}) {
  return (
    <p
      className={`m-0 rounded-card bg-surface px-2.5 py-1.5 text-[13px] leading-relaxed text-ink ${className}`}
    >
      {differences.map((each, index) => {
        const key = `${index}-${each.kind}`;
        return (
          <Fragment key={key}>
            {index > 0 ? " " : ""}
            <Piece {...each} />
          </Fragment>
        );
      })}
    </p>
  );
}

function Piece({ kind, text }: Difference) {
  if (kind === "same") return text;
  if (kind === "missing")
    return (
      <del className="text-broken line-through">
        <span className="sr-only">said, not shown: </span>
        {text}
      </del>
    );
  return (
    <ins className="rounded-xs bg-broken-soft font-semibold text-broken underline">
      <span className="sr-only">shown, not said: </span>
      {text}
    </ins>
  );
}
