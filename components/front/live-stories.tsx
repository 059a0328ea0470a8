"use client";

import { useState } from "react";
import { Empty } from "@/components/desk/empty";
import { fieldClasses } from "@/components/desk/field";
import { frontPlaceNames, type LiveStory, type Placing } from "@/domain/front-page";
import { storyDrag } from "./place";

type Props = {
  stories: readonly LiveStory[];
  placings: readonly Placing[];
  /** The place that is chosen now, in words. */
  into: string;
  onPut: (storyId: string) => void;
};

/** Live stories to put on the front page, newest first: pressed they go to the chosen place, dragged to any. */
export function LiveStories({ stories, placings, into, onPut }: Props) {
  const [text, setText] = useState("");
  const wanted = text.trim().toLowerCase();
  const found = stories.filter((story) =>
    `${story.headline} ${story.section}`.toLowerCase().includes(wanted),
  );
  return (
    <section aria-label="Live stories" className="lg:sticky lg:top-4 lg:self-start">
      <h2 className="m-0 mb-2 text-[14px] font-semibold">Live stories</h2>
      <input
        type="search"
        aria-label="Find a live story"
        placeholder="Find a live story"
        value={text}
        onChange={(event) => setText(event.target.value)}
        className={`${fieldClasses} mb-2.5`}
      />
      {found.length === 0 ? (
        <Empty>
          {stories.length === 0
            ? "Nothing is live yet. Stories stand here once they are published."
            : "No live story has these words in its headline."}
        </Empty>
      ) : (
        <ul className="m-0 grid max-h-[60dvh] list-none gap-1.5 overflow-y-auto p-0.5 lg:max-h-[calc(100dvh-10rem)]">
          {found.map((story) => {
            const placed = placings.find((each) => each.storyId === story.id);
            return (
              <li key={story.id}>
                <button
                  type="button"
                  draggable
                  aria-label={`Put “${story.headline}” in ${into}`}
                  onDragStart={(event) => event.dataTransfer.setData(storyDrag, story.id)}
                  onClick={() => onPut(story.id)}
                  className="block w-full cursor-pointer rounded-lg border border-rule bg-surface px-3 py-2.5 text-left hover:border-edge"
                >
                  <span className="flex justify-between gap-2 text-[12px] font-semibold text-accent">
                    {story.section}
                    {placed ? <span className="text-info">{frontPlaceNames[placed.place]}</span> : null}
                  </span>
                  <span className="mt-0.5 block font-head text-[15.5px] leading-snug break-words">
                    {story.headline}
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
