"use client";

import { useEffect, useRef, useState } from "react";
import type { DraftPiece } from "./quote-draft";
import { sendEvidence } from "./send-evidence";

/** One file on its way to the newsroom: how much of it has arrived, and why it was refused. */
export type Sending = {
  /** 0 to 1; null while nothing is under way. */
  readonly part: number | null;
  readonly trouble: string | null;
  readonly take: (file: File | undefined) => void;
  readonly stop: () => void;
};

/** Sends a file that was chosen or dropped, and makes the piece of evidence one of its kind. The form must not be saved
 * meanwhile, so the piece itself says that something is under way. Taken away, it stops. */
export function useSending(onChange: (part: Partial<DraftPiece>) => void): Sending {
  const [part, setPart] = useState<number | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const underWay = useRef<AbortController | null>(null);
  useEffect(() => () => underWay.current?.abort(), []);
  const send = async (file: File) => {
    const stop = new AbortController();
    underWay.current = stop;
    setTrouble(null);
    setPart(0);
    onChange({ sending: true });
    const answer = await sendEvidence(file, setPart, stop.signal);
    underWay.current = null;
    setPart(null);
    if (answer.ok) onChange({ sending: false, file: answer.file, kind: answer.file.kind });
    else onChange({ sending: false });
    if (!answer.ok && !stop.signal.aborted) setTrouble(answer.words);
  };
  return {
    part,
    trouble,
    take: (file) => {
      if (file && !underWay.current) void send(file);
    },
    stop: () => underWay.current?.abort(),
  };
}
