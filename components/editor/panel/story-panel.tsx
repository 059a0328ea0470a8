"use client";

import { X } from "lucide-react";
import { useState } from "react";
import { QuotePanel } from "@/components/quotes/quote-panel";
import { Planning } from "@/components/review/planning";
import type { StoryOnDesk } from "../story";
import type { SuggestingView } from "../suggesting/suggesting";
import { type StoryReading, useReading } from "../text/story-reading";
import type { StoryText } from "../text/story-text";
import type { QuoteWork } from "../use-quote-work";
import { DetailsPanel } from "./details-panel";
import { HistoryPanel } from "./history-panel";
import { NotesPanel } from "./notes-panel";
import { SidePanel, type Tab } from "./side-panel";
import { SourcesPanel, sourcesOf } from "./sources-panel";

type Props = {
  story: StoryOnDesk;
  text: StoryText;
  reading: StoryReading;
  work: QuoteWork;
  editable: boolean;
  suggesting: SuggestingView;
  tab: string;
  onTab: (name: string) => void;
  moment: (iso: string) => string;
};

/** Quotes, sources, notes, history and details: beside the sheet, and on a small screen a sheet of its own. */
export function StoryPanel(props: Props) {
  const [up, setUp] = useState(false);
  const read = useReading(props.reading);
  return (
    <>
      <aside
        aria-label="Beside the text"
        className={`border-rule bg-surface lg:block lg:overflow-auto lg:border-l ${up ? "fixed inset-x-0 bottom-0 z-40 max-h-[82dvh] overflow-auto rounded-t-xl border-t pb-4 shadow-2xl" : "hidden"}`}
      >
        {up ? (
          <button
            type="button"
            aria-label="Close the panel"
            onClick={() => setUp(false)}
            className="sticky top-1.5 z-20 float-right mr-2 grid size-9 cursor-pointer place-items-center rounded-card bg-surface lg:hidden"
          >
            <X aria-hidden size={18} />
          </button>
        ) : null}
        <SidePanel
          tabs={tabsOf(props, read, () => setUp(false))}
          current={props.tab}
          onChoose={props.onTab}
        />
      </aside>
      {up ? null : (
        <button
          type="button"
          onClick={() => setUp(true)}
          className="fixed right-4 bottom-20 z-20 cursor-pointer rounded-full bg-ink px-4 py-2.5 text-[14px] font-semibold text-paper shadow-xl md:bottom-6 lg:hidden"
        >
          Quotes {read.quotations.length}
        </button>
      )}
    </>
  );
}

function tabsOf(
  { story, text, work, editable, suggesting, moment }: Props,
  { quotations, selected, pending }: ReturnType<typeof useReading>,
  putAway: () => void,
): Tab[] {
  const quotes = () =>
    pending ? (
      <p className="m-0 p-4.5 text-[13.5px] text-ink-3">Reading the quotations …</p>
    ) : (
      <QuotePanel
        quotations={quotations}
        selected={selected}
        onSelect={(quotation) => {
          putAway();
          work.show(quotation);
        }}
        onAttach={(quotation, speaker) => work.attachTo(quotation, speaker, "text")}
        onNotAQuotation={work.notAQuotation}
        onRepair={work.repair}
        onParaphrase={work.paraphrase}
        onEdit={work.edit}
      />
    );
  return [
    { name: "Quotes", count: quotations.length, show: quotes },
    {
      name: "Sources",
      count: sourcesOf(quotations).length,
      show: () => <SourcesPanel quotations={quotations} />,
    },
    {
      name: "Notes",
      count: story.notes.length,
      show: () => <NotesPanel storyId={story.id} notes={story.notes} moment={moment} />,
    },
    {
      name: "History",
      show: () => <HistoryPanel storyId={story.id} events={story.events} moment={moment} />,
    },
    {
      name: "Details",
      show: () => (
        <>
          <section aria-label="Planning" className="border-b border-rule p-4.5 text-[13.5px]">
            <Planning plan={story.plan} />
          </section>
          <DetailsPanel
            text={text}
            topics={story.topics}
            editable={editable}
            address={story.address}
            suggesting={suggesting}
          />
        </>
      ),
    },
  ];
}
