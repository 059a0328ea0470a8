"use client";

import { type Editor, type JSONContent, useEditor } from "@tiptap/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { quoteRecords } from "@/app/actions/quotes";
import type { Body } from "@/domain/body/body";
import type { Words } from "@/domain/words";
import { StorySaver } from "./saving/story-saver";
import type { StoryOnDesk } from "./story";
import { type Commands, editorKit } from "./text/editor-kit";
import { StoryReading } from "./text/story-reading";
import { StoryText } from "./text/story-text";

const findRecords = async (ids: string[]) => {
  const answer = await quoteRecords({ ids }).catch(() => undefined);
  return answer?.data?.ok ? answer.data.value : [];
};

/** The text, its saver, the reading of its quotations and the editor, tied together for as long as the page is open. */
export function useWriting(story: StoryOnDesk, userId: string, commands: () => Commands) {
  const [text] = useState(() => new StoryText(story.words));
  const [saver] = useState(() => new StorySaver({ id: story.id, userId }, text, story));
  const [reading] = useState(
    () => new StoryReading(story.records, story.words.body, story.quotationWords, findRecords),
  );
  const [unreadable, setUnreadable] = useState(false);
  const editable = story.closedBecause === null && !unreadable;
  // Kept from the first drawing on: a new list of extensions would make a new editor.
  const asked = useRef(commands);
  asked.current = commands;
  const [extensions] = useState(() =>
    editorKit(
      () => asked.current(),
      () => text.fields.language,
    ),
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
      text.changeBody(changed.state.doc);
      reading.soon();
    },
  });

  useEffect(() => (editable ? saver.start() : undefined), [saver, editable]);
  useEffect(() => (editor ? reading.attach(editor) : undefined), [editor, reading]);
  useEffect(() => editor?.setEditable(editable, false), [editor, editable]);

  const show = useCallback(
    (words: Words) => {
      if (editor) showIn(editor, words);
      text.replace(words);
      if (editor) text.adoptBody(editor.state.doc);
      reading.soon();
    },
    [editor, text, reading],
  );

  return { text, saver, reading, editor, editable, unreadable, show };
}

// The kit's type is the same JSON, but may be written to; it is only read.
const asContent = (body: Body) => body as JSONContent;

/** One change that undo takes back, and no typing: whoever replaces a text says what that means for saving. */
function showIn(editor: Editor, words: Words): void {
  editor.commands.setContent(asContent(words.body), { emitUpdate: false });
}
