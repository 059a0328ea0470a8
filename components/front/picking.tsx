"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { fieldClasses } from "@/components/desk/field";
import type { ChosenQuote, LiveQuote, LiveStory, Placing } from "@/domain/front-page";
import { quotesChosen } from "@/domain/front-page";
import { LiveQuotes, LiveStories } from "./live-stories";

type Props = {
  /** The address of this front, to which the search is added. */
  address: string;
  find: string;
  stories: readonly LiveStory[];
  quotes: readonly LiveQuote[];
  placings: readonly Placing[];
  chosen: readonly ChosenQuote[];
  into: string;
  onPut: (storyId: string) => void;
  onChoose: (quote: LiveQuote) => void;
};

/** What can be put on a front: live stories and quotations, with a search among all of them. */
export function Picking(props: Props) {
  const [of, show] = useState<"stories" | "quotes">("stories");
  const [text, setText] = useSearch(props.address, props.find);
  const what = of === "stories" ? "live story" : "quotation";
  const tab = (name: typeof of, words: string) => (
    <button
      type="button"
      aria-pressed={of === name}
      onClick={() => show(name)}
      className="min-h-9 flex-1 cursor-pointer rounded-card px-3 text-[13.5px] text-ink-2 aria-pressed:bg-sunken aria-pressed:font-semibold aria-pressed:text-ink"
    >
      {words}
    </button>
  );
  return (
    <section aria-label="Live stories" className="lg:sticky lg:top-4 lg:self-start">
      <div className="mb-2 flex gap-1 rounded-card border border-rule bg-surface p-0.5">
        {tab("stories", "Live stories")}
        {tab("quotes", "Quotations")}
      </div>
      <input
        type="search"
        aria-label={`Find a ${what}`}
        placeholder={`Find a ${what}`}
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className={`${fieldClasses} mb-2.5`}
      />
      {of === "stories" ? (
        <LiveStories {...props} isSearch={props.find !== ""} />
      ) : (
        <LiveQuotes
          quotes={props.quotes}
          isFull={props.chosen.length >= quotesChosen}
          onChoose={props.onChoose}
        />
      )}
    </section>
  );
}

/** What is typed, and a moment later the page asked for what fits it. What is arranged stays as it is. */
function useSearch(address: string, find: string) {
  const router = useRouter();
  const [text, setText] = useState(find);
  useEffect(() => {
    if (text.trim() === find) return;
    const timer = setTimeout(() => {
      const added = text.trim() ? `find=${encodeURIComponent(text.trim())}` : "";
      const joint = address.includes("?") ? "&" : "?";
      router.replace(added ? `${address}${joint}${added}` : address, { scroll: false });
    }, 250);
    return () => clearTimeout(timer);
  }, [text, find, address, router]);
  return [text, setText] as const;
}
