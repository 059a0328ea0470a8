"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/desk/button";
import { Notice } from "@/components/desk/notice";
import { ChooseFiles } from "./choose-files";
import type { Taken } from "./send-picture";

type Props = {
  /** The picture as it is now; null without one. */
  shown: ReactNode;
  /** What the buttons say, and what the field for the file is called. */
  words: { readonly first: string; readonly another: string; readonly away: string; readonly file: string };
  send: (file: File) => Promise<Taken>;
  onTaken: (taken: Extract<Taken, { ok: true }>, file: File) => void;
  onAway: () => void;
  /** It is being taken away. */
  pending: boolean;
  /** Why it could not be taken away. */
  error: string | null;
  /** What is said of it, under the buttons. */
  children?: ReactNode;
};

/** A picture of which there is one: chosen, put in place of another, or taken away. It counts at once. */
export function OnePicture({ shown, words, send, onTaken, onAway, pending, error, children }: Props) {
  const [sending, setSending] = useState(false);
  const [trouble, setTrouble] = useState("");
  const take = async (file: File | undefined) => {
    if (!file) return;
    setTrouble("");
    setSending(true);
    const taken = await send(file);
    setSending(false);
    if (taken.ok) onTaken(taken, file);
    else setTrouble(taken.words);
  };
  return (
    <>
      <div className="flex flex-wrap items-center gap-4">
        {shown}
        <ChooseFiles name={words.file} pending={sending} onChosen={([file]) => void take(file)}>
          {shown ? words.another : words.first}
        </ChooseFiles>
        {shown ? (
          <Button pending={pending} onClick={onAway}>
            {words.away}
          </Button>
        ) : null}
      </div>
      {children}
      {trouble || error ? <Notice>{trouble || error}</Notice> : null}
    </>
  );
}
