"use client";

import { type JSONContent, useEditor } from "@tiptap/react";
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { quoteRecords } from "@/app/actions/quotes";
import { useAnnounce } from "@/components/desk/announcer";
import { useLive } from "@/components/desk/live";
import type { Body } from "@/domain/body/body";
import type { Words } from "@/domain/words";
import type { Deeds } from "./commands/deeds";
import { StorySaver } from "./saving/story-saver";
import type { StoryOnDesk } from "./story";
import { Suggesting } from "./suggesting/suggesting";
import { applyBody } from "./text/apply-words";
import { editorKit } from "./text/editor-kit";
import { StoryReading } from "./text/story-reading";
import { StoryText } from "./text/story-text";
import { StoryUndo } from "./text/story-undo";
import { StoryPresence } from "./together/story-presence";

const findRecords = async (ids: string[]) => {
  const answer = await quoteRecords({ ids }).catch(() => undefined);
  return answer?.data?.ok ? answer.data.value : null;
};

const untied =
  "Some words were tied to a quote that is not on record, or is not for you to see. The tie was taken off; the words are kept.";

/** The text, its saver, the reading of its quotations and the editor, tied together for as long as the page is open. */
export function useWriting(story: StoryOnDesk, userId: string, deeds: () => Deeds) {
  const announce = useAnnounce();
  const tell = useRef(announce);
  tell.current = announce;
  const [text] = useState(() => new StoryText(story.words));
  const [saver] = useState(() => new StorySaver({ id: story.id, userId }, text, story));
  const [reading] = useState(
    () =>
      new StoryReading(
        story.records,
        { body: story.words.body, wordCount: story.wordCount, knownNames: story.knownNames },
        story.quotationWords,
        findRecords,
        () => tell.current(untied),
      ),
  );
  const [plainUndo] = useState(() => new StoryUndo(text));
  const [suggesting] = useState(
    () => new Suggesting({ id: story.id, userId }, text, saver, story.suggestions),
  );
  const { proposal } = useSyncExternalStore(suggesting.subscribe, suggesting.current, suggesting.current);
  const undo = proposal?.undo ?? plainUndo;
  const [unreadable, setUnreadable] = useState(false);
  const mayEdit = story.closedBecause === null;
  const [presence] = useState(
    () => new StoryPresence({ id: story.id, userId }, text, saver, mayEdit, story.release),
  );
  useLive(({ about, id }) => {
    if (about === "text" && id === story.id) {
      presence.textMoved();
      if (suggesting.current().proposal) void presence.lookAgain();
    }
    if (about === "everything" || (about === "talk" && id === story.id)) void suggesting.refresh();
  });
  const hasPen = () => presence.current().pen === "mine";
  const mayWrite = useSyncExternalStore(presence.subscribe, hasPen, hasPen) && mayEdit && !unreadable;
  const [deciding, setDeciding] = useState(false);
  // Whoever suggests changes nothing of the story's text, and needs no pen.
  const editable = (proposal ? !unreadable : mayWrite) && !deciding;
  // Kept from the first drawing on: a new list of extensions would make a new editor.
  const asked = useRef(deeds);
  asked.current = deeds;
  const [extensions] = useState(() =>
    editorKit({
      deeds: () => asked.current(),
      language: () => text.fields.language,
      mastodonHosts: () => story.mastodonHosts,
    }),
  );

  const editor = useEditor({
    immediatelyRender: false,
    shouldRerenderOnTransaction: false,
    extensions,
    content: asContent(story.words.body),
    editable,
    // A text that the editor cannot show is left alone: nothing may be saved over it.
    enableContentCheck: true,
    onContentError: () => setUnreadable(true),
    editorProps: {
      attributes: {
        role: "textbox",
        "aria-label": "Story",
        "aria-multiline": "true",
        "aria-readonly": String(!editable),
        lang: story.words.language,
        dir: "auto",
        spellcheck: "true",
      },
    },
    onCreate: ({ editor: made }) => text.adoptBody(made.state.doc),
    onUpdate: ({ editor: changed }) => {
      if (suggesting.current().proposal) suggesting.changed(changed.state.doc);
      else text.changeBody(changed.state.doc);
      reading.soon();
    },
  });

  // Whoever has lost the pen still has last words to save.
  const saves = mayEdit && !unreadable;
  useEffect(() => (saves ? saver.start() : undefined), [saver, saves]);
  useEffect(() => (editor ? reading.attach(editor) : undefined), [editor, reading]);
  useEffect(() => (editor ? undo.attach(editor) : undefined), [editor, undo]);
  useEffect(() => (editor ? suggesting.attach(editor) : undefined), [editor, suggesting]);
  useEffect(() => editor?.setEditable(editable, false), [editor, editable]);

  const put = useCallback(
    (words: Words, undoable: boolean) => {
      try {
        suggesting.aside(() => {
          plainUndo.together(() => {
            if (editor) applyBody(editor, words.body, { undoable });
            text.replace(words, { undoable });
          });
          if (!undoable) plainUndo.forgetFields();
          if (editor) text.adoptBody(editor.state.doc);
        });
      } catch {
        setUnreadable(true);
        return false;
      }
      reading.soon();
      return true;
    },
    [editor, text, reading, plainUndo, suggesting],
  );
  const show = useCallback((words: Words) => void put(words, true), [put]);

  useEffect(() => {
    if (!editor || unreadable) return;
    // Letters that are still being composed are no change yet, and must not be torn apart.
    return presence.start(({ words }) => {
      if (editor.view.composing) return false;
      if (!suggesting.current().proposal) return put(words, false);
      // What was accepted into this text is not to be laid over it once more.
      return suggesting.refresh().then(() => put(words, false));
    });
  }, [presence, editor, unreadable, put, suggesting]);

  const onScreen = proposal?.text ?? text;
  return {
    text,
    onScreen,
    undo,
    saver,
    reading,
    presence,
    suggesting,
    setDeciding,
    editor,
    editable,
    mayWrite: mayWrite && !proposal && !deciding,
    unreadable,
    put,
    show,
  };
}

// The kit's type is the same JSON, but may be written to; it is only read.
const asContent = (body: Body) => body as JSONContent;
