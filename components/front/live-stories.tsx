"use client";

import { Empty } from "@/components/desk/empty";
import { frontPlaceNames, type LiveQuote, type LiveStory, type Placing } from "@/domain/front-page";
import { quoted } from "@/domain/publication/quoted";
import { storyDrag } from "./place";
import { quoteDrag } from "./voices";

const listClasses =
  "m-0 grid max-h-[60dvh] list-none gap-1.5 overflow-y-auto p-0.5 lg:max-h-[calc(100dvh-13rem)]";
const itemClasses =
  "block w-full cursor-pointer rounded-lg border border-rule bg-surface px-3 py-2.5 text-left hover:border-edge";

type StoriesProps = {
  stories: readonly LiveStory[];
  placings: readonly Placing[];
  /** The place that is chosen now, in words. */
  into: string;
  isSearch: boolean;
  onPut: (storyId: string) => void;
};

/** Live stories to put on a front, newest first: pressed they go to the chosen place, dragged to any. */
export function LiveStories({ stories, placings, into, isSearch, onPut }: StoriesProps) {
  if (stories.length === 0)
    return (
      <Empty>
        {isSearch
          ? "No live story has these words in its headline."
          : "Nothing is live yet. Stories stand here once they are published."}
      </Empty>
    );
  return (
    <ul className={listClasses}>
      {stories.map((story) => {
        const placed = placings.find((each) => each.storyId === story.id);
        return (
          <li key={story.id}>
            <button
              type="button"
              draggable
              aria-label={`Put “${story.headline}” in ${into}`}
              onDragStart={(event) => event.dataTransfer.setData(storyDrag, story.id)}
              onClick={() => onPut(story.id)}
              className={itemClasses}
            >
              <span className="flex justify-between gap-2 text-[12px] font-semibold text-accent">
                <bdi>{story.section}</bdi>
                {placed ? <span className="text-info">{frontPlaceNames[placed.place]}</span> : null}
              </span>
              <span dir="auto" className="mt-0.5 block font-head text-[15.5px] leading-snug break-words">
                {story.headline}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

type QuotesProps = {
  quotes: readonly LiveQuote[];
  isFull: boolean;
  onChoose: (quote: LiveQuote) => void;
};

/** Quotations that readers see, of named speakers: pressed or dragged they stand under "In their own words". */
export function LiveQuotes({ quotes, isFull, onChoose }: QuotesProps) {
  if (quotes.length === 0) return <Empty>No live quotation of a named speaker has these words.</Empty>;
  return (
    <>
      {isFull ? (
        <p className="m-0 mb-2 text-[13px] text-ink-3">Three are chosen. Take one away to choose another.</p>
      ) : null}
      <ul className={listClasses}>
        {quotes.map((quote) => (
          <li key={`${quote.storyId} ${quote.ref}`}>
            <button
              type="button"
              draggable
              aria-disabled={isFull || undefined}
              aria-label={`Choose what ${quote.speaker} said: ${quoted(quote.words)}`}
              onDragStart={(event) => event.dataTransfer.setData(quoteDrag, quote.ref)}
              onClick={() => onChoose(quote)}
              className={itemClasses}
            >
              <span dir="auto" className="block font-head text-[15.5px] leading-snug break-words">
                {quoted(quote.words)}
              </span>
              <span className="mt-0.5 block text-[12px] text-ink-3">
                <bdi>{quote.speaker}</bdi> · <bdi>{quote.headline}</bdi>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
