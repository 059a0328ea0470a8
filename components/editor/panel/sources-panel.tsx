"use client";

import { Empty } from "@/components/desk/empty";
import { isWithheld, type SourceRecord } from "@/domain/quote-record";
import type { StoryQuotation } from "@/domain/story-quotes";

type Counted = { readonly source: SourceRecord; readonly quotes: number; readonly withheld: boolean };

/** The sources behind a story's quotes, each once, in the order of the text. */
export function sourcesOf(quotations: readonly StoryQuotation[]): Counted[] {
  const counted = new Map<string, Counted>();
  for (const each of quotations) {
    if (each.kind !== "tied" || !each.record) continue;
    const { source } = each.record;
    const before = counted.get(source.id);
    counted.set(source.id, {
      source,
      quotes: (before?.quotes ?? 0) + 1,
      withheld: (before?.withheld ?? false) || isWithheld(each.record),
    });
  }
  return [...counted.values()];
}

export function SourcesPanel({ quotations }: { quotations: readonly StoryQuotation[] }) {
  const sources = sourcesOf(quotations);
  if (sources.length === 0) {
    return (
      <div className="p-4.5">
        <Empty title="No sources yet">Everybody whose quotes stand in this story is listed here.</Empty>
      </div>
    );
  }
  return (
    <ul className="m-0 list-none p-0">
      {sources.map(({ source, quotes, withheld }) => (
        <li key={source.id} className="border-b border-rule px-4.5 py-3.5 leading-normal">
          <b className="font-semibold">
            <bdi>{source.name}</bdi>
          </b>
          <span className="text-ink-3">
            {" "}
            · {quotes} {quotes === 1 ? "quote" : "quotes"}
          </span>
          <br />
          <span className="text-ink-3">{[source.role, source.organisation].filter(Boolean).join(", ")}</span>
          {withheld ? (
            <p className="m-0 mt-1 text-attention">
              Readers are told: {source.publicDescription || "nothing yet, which stands in the way"}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
