"use client";

import { useRouter } from "next/navigation";
import { useCallback, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { Notice } from "@/components/desk/notice";
import { PictureLibrary } from "@/components/pictures/library-dialog";
import type { Place } from "@/domain/checks/checked-story";
import { moves } from "@/domain/workflow";
import { Bar, StageNote } from "./bar";
import { type Deeds, noDeeds } from "./commands/deeds";
import { useDeskKeys } from "./commands/desk-keys";
import { DeskDialogs } from "./desk-dialogs";
import { focusField, momentIn, namesIn, showLine } from "./desk-work";
import "./editor.css";
import { FindText } from "./finding/find-text";
import { StoryPanel } from "./panel/story-panel";
import { showInText } from "./quote-work";
import { SavingScreens } from "./saving/saving-screens";
import { SendDialog } from "./send-dialog";
import { Sheet } from "./sheet";
import type { StoryOnDesk } from "./story";
import { KeptSuggestionsLine } from "./suggesting/kept-suggestions-line";
import { SuggestionsBar } from "./suggesting/suggestions-bar";
import { useSuggestionWork } from "./suggesting/use-suggestion-work";
import { curlAll } from "./text/curl-all";
import { PictureFiles } from "./text/picture-files";
import { PenLine } from "./together/pen-line";
import { RenewedLine } from "./together/renewed-line";
import { Toolbar } from "./toolbar/toolbar";
import { usePictures } from "./use-pictures";
import { useQuoteWork } from "./use-quote-work";
import { useSending } from "./use-sending";
import { focusBar, useView } from "./use-view";
import { useWriting } from "./use-writing";

type Props = { story: StoryOnDesk; userId: string; userName: string };

/** The page on which a story is written. */
export function WritingDesk(props: Props) {
  return (
    <PictureFiles first={props.story.pictures}>
      <Desk {...props} />
    </PictureFiles>
  );
}

const writesOnly = "Quotes are attached in the text itself. Turn Suggest off first.";

const unreadableWords =
  "This text holds something that this page cannot show, so it is left as it is and nothing is saved over it. Tell whoever runs this newsroom.";

/** Everything that the page does, tied together; none of it draws anew while somebody types. */
function useDesk({ story, userId }: Props) {
  const router = useRouter();
  const announce = useAnnounce();
  const [tab, setTab] = useState("Quotes");
  const current = useRef<Deeds>(noDeeds);
  const deeds = useCallback(() => current.current, []);
  const writing = useWriting(story, userId, deeds);
  const { saver, reading, editor, editable, mayWrite, onScreen } = writing;
  const suggestions = useSuggestionWork(story, userId, writing, (line) =>
    showLine(line, () => setTab("Details")),
  );
  const work = useQuoteWork(editor, reading, mayWrite);
  const pictures = usePictures(editor, editable);
  const sending = useSending(story.id, saver);
  const view = useView();
  const preview = async () => {
    // Of the text as it is on screen, so it is saved first.
    if ((await sending.saved()) !== null) router.push(`/desk/stories/${story.id}/preview`);
  };
  /** A quote is tied to the story's own text, not to words that are suggested. */
  const whileWriting = (does: () => void) => () => (suggestions.isOn ? announce(writesOnly) : does());
  current.current = {
    attachQuote: whileWriting(work.attachHere),
    findQuotes: whileWriting(() => work.setOpen({ kind: "find" })),
    pastedLong: () =>
      !suggestions.isOn &&
      reading.afterNextReading((quotations) => {
        if (quotations.some((each) => each.kind === "untied" && !each.short))
          work.setOpen((before) => before ?? { kind: "find" });
      }),
    editLink: () => work.setOpen({ kind: "link" }),
    choosePicture: () => pictures.choose(true),
    choosePullQuote: whileWriting(() => work.setOpen({ kind: "pull" })),
    chooseEmbed: () => work.setOpen({ kind: "embed" }),
    findText: () => view.setFinding(true),
    curlMarks: () => editor && editable && announce(curlAll(editor, onScreen, writing.undo)),
    suggest: () => void suggestions.turn(),
    toSuggestion: suggestions.go,
    decide: (verdict) => void suggestions.decide(verdict),
    undo: () => editable && !writing.undo.undo() && announce("There is nothing to take back."),
    redo: () => editable && !writing.undo.redo() && announce("There is nothing to bring back."),
    focusBar,
    toggleQuiet: view.toggleQuiet,
    turnTheme: view.turnTheme,
    showKeys: () => work.setOpen({ kind: "keys" }),
    saveNow: () => {
      if (mayWrite) saver.saveNow("Saved by hand");
    },
    preview: () => void preview(),
    send: () => void (story.maySend && saver.current().stage in moves.send.from && sending.ask()),
    takePictures: (chosen, at) => void pictures.take(chosen, at),
    select: (key) => {
      reading.select(key);
      if (key) setTab("Quotes");
    },
  };
  useDeskKeys(editor, deeds);
  const goTo = (place: Place) => {
    // The dialog first: what lies under an open one cannot take the focus.
    flushSync(sending.forget);
    if ("from" in place && editor) {
      showInText(editor, place);
      editor.commands.focus(null, { scrollIntoView: false });
    }
    const showDetails = () => {
      flushSync(() => setTab("Details"));
      document.querySelector<HTMLElement>("[role=tab][aria-selected=true]")?.focus();
    };
    if ("field" in place) focusField(place.field, showDetails, () => editor?.commands.focus("start"));
  };
  const moment = useMemo(() => momentIn(story.zone), [story.zone]);
  const naming = useMemo(() => namesIn(story), [story]);
  return { ...writing, work, suggestions, pictures, sending, deeds, view, goTo, tab, setTab, moment, naming };
}
type DeskParts = ReturnType<typeof useDesk>;

function Desk(props: Props) {
  const { story } = props;
  const desk = useDesk(props);
  const { text, onScreen, saver, reading, editor, editable, mayWrite, sending, work, pictures, deeds } = desk;
  const { suggestions } = desk;
  return (
    <div className="flex min-h-dvh flex-col md:h-dvh">
      <Bar
        story={story}
        text={text}
        saver={saver}
        reading={reading}
        presence={desk.presence}
        busy={sending.busy}
        deeds={deeds}
        quiet={desk.view.quiet}
        keeping={suggestions.isOn ? suggestions.view.keeping : null}
        maySuggest={!desk.unreadable}
      />
      <StageNote story={story} saver={saver} suggesting={suggestions.isOn} />
      <RenewedLine presence={desk.presence} saver={saver} />
      <KeptSuggestionsLine kept={desk.suggesting.returned} words={() => text.words()} moment={desk.moment} />
      <PenLine presence={desk.presence} mayEdit={story.closedBecause === null} />
      {pictures.trouble ? (
        <div className="flex items-center gap-2 border-b border-rule bg-surface px-4">
          <div className="flex-1">
            <Notice>{pictures.trouble}</Notice>
          </div>
          <Button onClick={pictures.forget}>Close</Button>
        </div>
      ) : null}
      <div className={`grid min-h-0 flex-1 ${desk.view.quiet ? "" : "lg:grid-cols-[minmax(0,1fr)_380px]"}`}>
        <div className="min-w-0 bg-sunken md:overflow-auto">
          {editor && editable && !desk.view.quiet ? <Toolbar editor={editor} deeds={deeds} /> : null}
          {editor && desk.view.finding ? (
            <FindText
              editor={editor}
              text={onScreen}
              undo={desk.undo}
              editable={editable}
              onClose={() => desk.view.setFinding(false)}
            />
          ) : null}
          {editor ? (
            <SuggestionsBar
              editor={editor}
              work={suggestions}
              userId={props.userId}
              fields={text.fields}
              moment={desk.moment}
            />
          ) : null}
          {desk.unreadable ? <Notice>{unreadableWords}</Notice> : null}
          <Sheet
            text={text}
            suggesting={suggestions.view}
            editor={editor}
            deeds={deeds}
            sections={story.sections}
            paperLanguage={story.paperLanguage}
            editable={editable}
            mayWrite={mayWrite}
          />
        </div>
        {desk.view.quiet ? null : (
          <StoryPanel
            story={story}
            text={text}
            reading={reading}
            work={work}
            editable={mayWrite}
            suggesting={suggestions.view}
            tab={desk.tab}
            onTab={desk.setTab}
            moment={desk.moment}
          />
        )}
      </div>
      {pictures.choosing ? (
        <PictureLibrary
          onSend={(files) => void pictures.take(files, null)}
          onChoose={pictures.reuse}
          onClose={() => pictures.choose(false)}
        />
      ) : null}
      <Screens {...props} desk={desk} />
    </div>
  );
}

/** What lies over the page when it is asked for, or when something has to be decided. */
function Screens({ story, userId, userName, desk }: Props & { desk: DeskParts }) {
  const { text, saver, reading, editor, mayWrite, sending, work } = desk;
  if (!editor) return null;
  return (
    <>
      {work.open ? (
        <DeskDialogs
          open={work.open}
          editor={editor}
          storyId={story.id}
          language={text.fields.language}
          mastodonHosts={story.mastodonHosts}
          reading={reading}
          onClose={work.close}
          onSaved={work.saved}
          onAttach={(quotation, speaker) => work.attachTo(quotation, speaker, "find")}
          onNotAQuotation={work.notAQuotation}
          onAccepted={work.accepted}
          settled={work.settled}
        />
      ) : null}
      {sending.lacking ? (
        <SendDialog
          {...sending.lacking}
          error={sending.error}
          busy={sending.busy}
          onGo={desk.goTo}
          onSend={() => void sending.go()}
          onClose={sending.forget}
        />
      ) : null}
      <SavingScreens
        story={{ id: story.id, userId }}
        writer={userName}
        text={text}
        saver={saver}
        editable={mayWrite}
        takePen={() => desk.presence.take()}
        show={desk.show}
        naming={desk.naming}
        moment={desk.moment}
      />
    </>
  );
}
