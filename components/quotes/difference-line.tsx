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
        const space = index > 0 ? " " : "";
        if (each.kind === "missing")
          return (
            <del key={key} className="text-broken line-through">
              {space}
              <span className="sr-only">said, not shown: </span>
              {each.text}
            </del>
          );
        if (each.kind === "added")
          return (
            <ins key={key} className="rounded-xs bg-broken-soft font-semibold text-broken underline">
              {space}
              <span className="sr-only">shown, not said: </span>
              {each.text}
            </ins>
          );
        return <span key={key}>{`${space}${each.text}`}</span>;
      })}
    </p>
  );
}
