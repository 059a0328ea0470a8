"use client";

import { X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useMemo, useRef, useState, useSyncExternalStore } from "react";
import { useAnnounce } from "@/components/desk/announcer";
import { Notice } from "@/components/desk/notice";
import { QuotePanel } from "@/components/quotes/quote-panel";
import type { Place } from "@/domain/checks/checks";
import { quotationKey } from "@/domain/quote-lines";
import type { QuoteRecord } from "@/domain/quote-record";
import type { StoryQuotation } from "@/domain/story-quotes";
import { Bar, StageNote } from "./bar";
import { DeskDialogs, type OpenDialog } from "./desk-dialogs";
import { focusField, momentIn, namesIn, noCommands, useDeskKeys } from "./desk-work";
import "./editor.css";
import { DetailsPanel } from "./panel/details-panel";
import { HistoryPanel } from "./panel/history-panel";
import { NotesPanel } from "./panel/notes-panel";
import { SidePanel, type Tab } from "./panel/side-panel";
import { SourcesPanel, sourcesOf } from "./panel/sources-panel";
import {
  bareWords,
  hold,
  markNotAQuotation,
  passageToAttach,
  restoreVerbatim,
  showInText,
  textOf,
  tieHeld,
} from "./quote-work";
import { SavingScreens } from "./saving/saving-screens";
import { SendDialog } from "./send-dialog";
import { Sheet } from "./sheet";
import type { StoryOnDesk } from "./story";
import type { Commands } from "./text/editor-kit";
import { PictureFiles, usePictureFiles } from "./text/picture-files";
import { type Passage, placesOf } from "./text/quotations-shown";
import { pictureKinds, placePicture } from "./text/uploads";
import { Toolbar } from "./toolbar/toolbar";
import { useSending } from "./use-sending";
import { useWriting } from "./use-writing";

type Props = { story: StoryOnDesk; userId: string };

/** The page on which a story is written. */
export function WritingDesk(props: Props) {
  return (
    <PictureFiles first={props.story.pictures}>
      <Desk {...props} />
    </PictureFiles>
  );
}

function Desk({ story, userId }: Props) {
  const router = useRouter();
  const announce = useAnnounce();
  const files = usePictureFiles();
  const picker = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState<OpenDialog | null>(null);
  const [tab, setTab] = useState("Quotes");
  const [panelUp, setPanelUp] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const commands = useRef<Commands | null>(null);
  const writing = useWriting(story, userId, () => commands.current ?? noCommands);
  const { text, saver, reading, editor, editable, unreadable, show } = writing;
  const { quotations, selected } = useSyncExternalStore(reading.subscribe, reading.current, reading.current);
  const sending = useSending(story.id, saver);
  const moment = useMemo(() => momentIn(story.zone), [story.zone]);
  const naming = useMemo(() => namesIn(story), [story]);

  const takePictures = async (chosen: readonly File[], at: number | null) => {
    if (!editor || !editable) return;
    setTrouble(null);
    for (const file of chosen) {
      const wrong = await placePicture(editor, file, at, files.add);
      if (wrong) setTrouble(wrong);
    }
  };
  const attach = (passage: Passage, suggestion: string | null, from: "text" | "find") => {
    if (!editor) return;
    hold(editor, passage);
    setOpen({ kind: "attach", verbatim: bareWords(textOf(editor, passage)), suggestion, from });
  };
  const placeOf = (quotation: StoryQuotation): Passage => {
    const places = editor ? placesOf(editor.state, quotationKey(quotation)) : [];
    return { from: places[0]?.from ?? quotation.from, to: places.at(-1)?.to ?? quotation.to };
  };
  const does: Commands = {
    attachQuote: () => {
      const found = editor && editable ? passageToAttach(editor) : null;
      if (!found)
        return announce("Select the words, or put the caret into a quotation, and attach the quote then.");
      const { passage, quotation } = found;
      const suggestion = quotation?.kind === "untied" ? (quotation.suggestion?.speaker ?? null) : null;
      attach(passage, suggestion, "text");
    },
    findQuotes: () => setOpen({ kind: "find" }),
    editLink: () => setOpen({ kind: "link" }),
    choosePicture: () => picker.current?.click(),
    choosePullQuote: () => setOpen({ kind: "pull" }),
    saveNow: () => editable && saver.saveNow("Saved by hand"),
    takePictures: (chosen, at) => void takePictures(chosen, at),
    select: (key) => {
      reading.select(key);
      if (key) setTab("Quotes");
    },
  };
  commands.current = does;

  useDeskKeys(
    () => commands.current ?? noCommands,
    () => setOpen({ kind: "keys" }),
  );

  const onSaved = (record: QuoteRecord) => {
    const from = open?.kind === "attach" ? open.from : "text";
    if (editor) tieHeld(editor, record.id);
    reading.know([record]);
    setOpen(from === "find" ? { kind: "find" } : null);
  };
  const close = () => {
    if (editor && open?.kind === "attach") hold(editor, null);
    setOpen(null);
    editor?.commands.focus();
  };
  const goTo = (place: Place) => {
    sending.forget();
    if ("from" in place && editor) return showInText(editor, place);
    if ("field" in place)
      focusField(
        place.field,
        () => setTab("Details"),
        () => editor?.commands.focus("start"),
      );
  };

  const tabs: Tab[] = [
    {
      name: "Quotes",
      count: quotations.length,
      show: () => (
        <QuotePanel
          quotations={quotations}
          selected={selected}
          onSelect={(quotation) => {
            reading.select(quotationKey(quotation));
            setPanelUp(false);
            if (editor) showInText(editor, placeOf(quotation));
          }}
          onAttach={(quotation, speaker) => attach(placeOf(quotation), speaker, "text")}
          onNotAQuotation={(quotation) => editor && markNotAQuotation(editor, placeOf(quotation))}
          onRepair={(quotation) => {
            if (!editor || restoreVerbatim(editor, quotation)) return;
            announce("These words stand in several places. Put them right in the text, piece by piece.");
          }}
          onEdit={(record) =>
            setOpen({ kind: "attach", verbatim: record.verbatim, suggestion: null, record, from: "text" })
          }
        />
      ),
    },
    {
      name: "Sources",
      count: sourcesOf(quotations).length,
      show: () => <SourcesPanel quotations={quotations} />,
    },
    {
      name: "Notes",
      count: story.notes.length,
      show: () => (
        <NotesPanel storyId={story.id} notes={story.notes} assignment={story.assignment} moment={moment} />
      ),
    },
    {
      name: "History",
      show: () => <HistoryPanel storyId={story.id} events={story.events} moment={moment} />,
    },
    {
      name: "Details",
      show: () => (
        <DetailsPanel text={text} topics={story.topics} editable={editable} address={story.address} />
      ),
    },
  ];

  return (
    <div className="flex min-h-dvh flex-col md:h-dvh">
      <Bar
        story={story}
        text={text}
        saver={saver}
        reading={reading}
        busy={sending.busy}
        onKeys={() => setOpen({ kind: "keys" })}
        onSend={() => void sending.ask()}
        onPreview={() =>
          void sending.saved().then((revision) => {
            if (revision !== null) router.push(`/desk/stories/${story.id}/preview`);
          })
        }
      />
      <StageNote story={story} saver={saver} />
      <div className="grid min-h-0 flex-1 lg:grid-cols-[minmax(0,1fr)_380px]">
        <div className="min-w-0 bg-sunken md:overflow-auto">
          {editor && editable ? <Toolbar editor={editor} commands={does} /> : null}
          {unreadable ? (
            <Notice>
              This text holds something that this page cannot show, so it is left as it is. Tell whoever runs
              this newsroom.
            </Notice>
          ) : null}
          {trouble ? <Notice>{trouble}</Notice> : null}
          <Sheet text={text} editor={editor} sections={story.sections} editable={editable} />
        </div>
        <aside
          aria-label="Quotes and more"
          className={`border-rule bg-surface lg:block lg:overflow-auto lg:border-l ${panelUp ? "fixed inset-x-0 bottom-0 z-40 max-h-[82dvh] overflow-auto rounded-t-xl border-t shadow-2xl" : "hidden"}`}
        >
          {panelUp ? (
            <button
              type="button"
              aria-label="Close the panel"
              onClick={() => setPanelUp(false)}
              className="absolute top-1.5 right-2 z-20 grid size-9 cursor-pointer place-items-center rounded-card bg-surface lg:hidden"
            >
              <X aria-hidden size={18} />
            </button>
          ) : null}
          <SidePanel tabs={tabs} current={tab} onChoose={setTab} />
        </aside>
      </div>
      {panelUp ? null : (
        <button
          type="button"
          onClick={() => setPanelUp(true)}
          className="fixed right-4 bottom-20 z-30 cursor-pointer rounded-full bg-ink px-4 py-2.5 text-[14px] font-semibold text-paper shadow-xl md:bottom-6 lg:hidden"
        >
          Quotes {quotations.length}
        </button>
      )}
      <input
        ref={picker}
        type="file"
        accept={pictureKinds}
        multiple
        hidden
        aria-label="Choose pictures"
        onChange={(event) => {
          void takePictures([...(event.target.files ?? [])], null);
          event.target.value = "";
        }}
      />
      {open && editor ? (
        <DeskDialogs
          open={open}
          editor={editor}
          storyId={story.id}
          language={text.fields.language}
          quotations={quotations}
          onClose={close}
          onSaved={onSaved}
          onAttach={(quotation, speaker) => attach(placeOf(quotation), speaker, "find")}
          onNotAQuotation={(quotation) => markNotAQuotation(editor, placeOf(quotation))}
        />
      ) : null}
      {sending.lacking ? (
        <SendDialog
          {...sending.lacking}
          error={sending.error}
          busy={sending.busy}
          onGo={goTo}
          onSend={() => void sending.go()}
          onClose={sending.forget}
        />
      ) : null}
      {editor ? (
        <SavingScreens
          story={{ id: story.id, userId }}
          text={text}
          saver={saver}
          editable={editable}
          show={show}
          naming={naming}
          moment={moment}
        />
      ) : null}
    </div>
  );
}
