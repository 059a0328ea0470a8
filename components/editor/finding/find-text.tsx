"use client";

import type { Editor } from "@tiptap/react";
import { ChevronDown, ChevronUp, X } from "lucide-react";
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { fieldLook } from "@/components/desk/field";
import type { StoryText } from "../text/story-text";
import type { StoryUndo } from "../text/story-undo";
import { useFound } from "./use-found";

type Props = {
  editor: Editor;
  text: StoryText;
  undo: StoryUndo;
  editable: boolean;
  onClose: () => void;
};

/** Looks for words in the story, the lines above it and what is said of its pictures, and puts others in their place.
 * Words within a quotation are left as they were said, unless the person says otherwise. */
export function FindText({ editor, text, undo, editable, onClose }: Props) {
  const announce = useAnnounce();
  const [words, setWords] = useState(() => selectedWords(editor));
  const [instead, setInstead] = useState("");
  const [matchCase, setMatchCase] = useState(false);
  const [wholeWords, setWholeWords] = useState(false);
  const [inQuotations, setInQuotations] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const status = useId();
  const found = useFound({ editor, text, undo }, words, { matchCase, wholeWords });
  const { here, quoted } = found;

  useEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, []);

  const close = () => {
    onClose();
    if (here) editor.chain().setTextSelection({ from: here.from, to: here.to }).focus().run();
    else editor.commands.focus();
  };
  const replaceOne = () => {
    if (!here?.quoted || inQuotations) return found.replaceOne(instead);
    announce("These words are within a quotation and were left as they are.");
    found.step(1);
  };
  const replaceAll = () => {
    const count = found.replaceAll(instead, inQuotations);
    announce(`${inWords(count, "place")} replaced.${left(quoted, inQuotations)}`);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    close();
  };
  const next = (event: FormEvent) => {
    event.preventDefault();
    found.step(1);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a search within the page, with more than one field
    <form
      role="search"
      aria-label="Find and replace"
      onSubmit={next}
      onKeyDown={keys}
      className="sticky top-13 z-20 mx-auto mb-2 grid max-w-[780px] gap-2 rounded-lg border border-rule bg-surface p-3 font-ui text-[13.5px] shadow-lg"
    >
      <div className="flex flex-wrap items-center gap-2">
        <input
          ref={box}
          aria-label="Find"
          aria-describedby={status}
          placeholder="Find"
          value={words}
          maxLength={500}
          autoComplete="off"
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || !event.shiftKey) return;
            event.preventDefault();
            found.step(-1);
          }}
          className={`${fieldLook} min-w-0 flex-1 basis-40`}
        />
        <Button look="quiet" aria-label="Previous" className="px-2!" onClick={() => found.step(-1)}>
          <ChevronUp aria-hidden size={17} />
        </Button>
        <Button type="submit" look="quiet" aria-label="Next" className="px-2!">
          <ChevronDown aria-hidden size={17} />
        </Button>
        <Button look="quiet" aria-label="Close" className="px-2!" onClick={close}>
          <X aria-hidden size={17} />
        </Button>
      </div>
      {editable ? (
        <div className="flex flex-wrap items-center gap-2">
          <input
            aria-label="Replace with"
            placeholder="Replace with"
            value={instead}
            maxLength={500}
            autoComplete="off"
            onChange={(event) => setInstead(event.target.value)}
            className={`${fieldLook} min-w-0 flex-1 basis-40`}
          />
          <Button refusedBecause={here ? undefined : "Nothing is found in the text."} onClick={replaceOne}>
            Replace
          </Button>
          <Button refusedBecause={found.anywhere > 0 ? undefined : "Nothing is found."} onClick={replaceAll}>
            Replace all
          </Button>
        </div>
      ) : null}
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        <Choice label="Match case" on={matchCase} turn={setMatchCase} />
        <Choice label="Whole words" on={wholeWords} turn={setWholeWords} />
        {editable ? <Choice label="In quotations too" on={inQuotations} turn={setInQuotations} /> : null}
      </div>
      <p id={status} role="status" className="m-0 text-ink-3">
        {words ? found.inWords : "Type what to look for."}
        {editable && quoted > 0 ? (
          <span className={inQuotations ? "text-broken" : "text-attention"}>
            {" "}
            {inQuotations
              ? `Replacing alters ${inWords(quoted, "place")} within quotations: they may no longer be what was said.`
              : `${quoted === 1 ? "1 stands within a quotation and is" : `${quoted} stand within quotations and are`} left as said.`}
          </span>
        ) : null}
      </p>
    </form>
  );
}

function Choice({ label, on, turn }: { label: string; on: boolean; turn: (on: boolean) => void }) {
  return (
    <label className="inline-flex min-h-6 cursor-pointer items-center gap-1.5">
      <input
        type="checkbox"
        checked={on}
        onChange={(event) => turn(event.target.checked)}
        className="size-4 accent-(--ink)"
      />
      {label}
    </label>
  );
}

const inWords = (count: number, what: string) => `${count} ${what}${count === 1 ? "" : "s"}`;
const left = (quoted: number, inQuotations: boolean): string =>
  inQuotations || quoted === 0 ? "" : ` ${inWords(quoted, "place")} within quotations left as said.`;

/** Words that are selected in one line are most likely what is looked for. */
function selectedWords(editor: Editor): string {
  const { from, to } = editor.state.selection;
  const selected = to - from < 200 ? editor.state.doc.textBetween(from, to, "\n", "\n") : "";
  return selected.includes("\n") ? "" : selected;
}
