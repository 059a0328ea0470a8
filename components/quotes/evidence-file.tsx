"use client";

import { FileUp } from "lucide-react";
import { type DragEvent, useRef, useState } from "react";
import { secondsOf, timeCode } from "@/domain/quotes";
import { Button } from "../desk/button";
import { Notice } from "../desk/notice";
import { type DraftPiece, fileOf } from "./quote-draft";
import { RecordingPlayer } from "./recording-player";
import { evidenceAddress, sendEvidence } from "./send-evidence";

type Props = {
  piece: DraftPiece;
  named: (name: string) => string;
  onChange: (part: Partial<DraftPiece>) => void;
};

const accepts = {
  recording: ".mp3,.m4a,.ogg,.oga,.opus,.wav,.webm,audio/*",
  document: ".pdf,application/pdf,image/jpeg,image/png,image/webp,image/gif",
} as const;

/** The recording or the document itself: chosen or dropped, sent with a bar, then heard and marked, or opened. */
export function EvidenceFileField({ piece, named, onChange }: Props) {
  const picker = useRef<HTMLInputElement>(null);
  const [part, setPart] = useState<number | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const { kind } = piece;
  if (kind !== "recording" && kind !== "document") return null;
  const file = fileOf(piece);
  const take = async (chosen: File | undefined) => {
    if (!chosen || part !== null) return;
    setTrouble(null);
    setPart(0);
    const answer = await sendEvidence(chosen, setPart);
    setPart(null);
    if (answer.ok) onChange({ file: answer.file, kind: answer.file.kind });
    else setTrouble(answer.words);
  };
  const drop = (event: DragEvent) => {
    setOver(false);
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    void take(event.dataTransfer.files[0]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first
    <div
      className={`sm:col-start-2 ${over ? "rounded-card outline-3 outline-info" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {file?.kind === "recording" ? (
        <RecordingPlayer
          file={file}
          startsAt={secondsOf(piece.time)}
          endsAt={secondsOf(piece.until)}
          onMark={(mark, seconds) => onChange({ [mark === "start" ? "time" : "until"]: timeCode(seconds) })}
        />
      ) : null}
      {file?.kind === "document" ? (
        <p className="m-0 text-[13.5px]">
          <a href={evidenceAddress(file, piece.page)} target="_blank" rel="noopener" className="text-info">
            Open <bdi>{file.title}</bdi>
          </a>
        </p>
      ) : null}
      {trouble ? <Notice>{trouble}</Notice> : null}
      {part === null ? (
        <div className="mt-1.5 flex flex-wrap items-center gap-2 text-[12.5px] text-ink-3">
          <Button look="quiet" className="-ms-3" onClick={() => picker.current?.click()}>
            <FileUp aria-hidden size={15} />
            {file ? "Another file…" : kind === "recording" ? "Choose a recording…" : "Choose a document…"}
          </Button>
          {file ? (
            <Button look="quiet" onClick={() => onChange({ file: null })}>
              Take the file away
            </Button>
          ) : (
            <span>
              or drop it here.{" "}
              {kind === "recording"
                ? "MP3, M4A, OGG, WAV, WebM, up to 200 MB."
                : "PDF or a picture, up to 50 MB."}
            </span>
          )}
        </div>
      ) : (
        <p className="m-0 mt-1.5 flex items-center gap-3 text-[13px] text-ink-2">
          <progress max={1} value={part} aria-label="Sending the file" /> Sending …
        </p>
      )}
      <input
        ref={picker}
        type="file"
        accept={accepts[kind]}
        hidden
        aria-label={named("File")}
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
    </div>
  );
}
