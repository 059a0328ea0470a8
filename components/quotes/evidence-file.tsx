"use client";

import { FileUp } from "lucide-react";
import { useRef, useState } from "react";
import type { EvidenceFile } from "@/domain/quote-record";
import { secondsOf, timeCode } from "@/domain/quotes";
import { Button } from "../desk/button";
import { Notice } from "../desk/notice";
import { DocumentView } from "./document-view";
import { FilesOnHand } from "./files-on-hand";
import { type DraftPiece, fileOf, marked } from "./quote-draft";
import { RecordingPlayer } from "./recording-player";
import type { Sending } from "./use-sending";

type Props = {
  piece: DraftPiece;
  named: (name: string) => string;
  sending: Sending;
  /** Files that the person may use again. */
  onHand: readonly EvidenceFile[];
  onChange: (part: Partial<DraftPiece>) => void;
};

const recordings = ".mp3,.m4a,.ogg,.oga,.opus,.wav,.webm,audio/*";
const documents = ".pdf,application/pdf,image/jpeg,image/png,image/webp,image/gif";
const accepts = {
  recording: recordings,
  document: documents,
  notes: `${recordings},${documents}`,
  link: `${recordings},${documents}`,
} as const;

const asks = {
  recording: "Choose a recording…",
  document: "Choose a document…",
  notes: "Choose a recording or a document…",
  link: "Choose a recording or a document…",
} as const;

/** The recording or the document itself: sent with a bar, or one that is on hand; then heard and marked, or looked at. */
export function EvidenceFileField({ piece, named, sending, onHand, onChange }: Props) {
  const picker = useRef<HTMLInputElement>(null);
  const file = fileOf(piece);
  return (
    <div className="min-w-0 max-sm:col-span-full sm:col-start-2">
      {file?.kind === "recording" ? <Heard piece={piece} file={file} onChange={onChange} /> : null}
      {file?.kind === "document" ? <DocumentView file={file} page={piece.page} /> : null}
      {sending.trouble ? <Notice>{sending.trouble}</Notice> : null}
      {sending.part === null ? (
        <div className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-[12.5px] text-ink-3">
          <Button look="quiet" className="-ms-3" onClick={() => picker.current?.click()}>
            <FileUp aria-hidden size={15} />
            {file ? "Another file…" : asks[piece.kind]}
          </Button>
          {file ? (
            <Button look="quiet" onClick={() => onChange({ file: null })}>
              Take the file away
            </Button>
          ) : (
            <>
              <FilesOnHand
                files={onHand.filter((each) => each.kind === piece.kind || piece.kind === "notes")}
                name={named("File on hand")}
                onChoose={(chosen) => onChange({ file: chosen, kind: chosen.kind })}
              />
              <span>or drop it here. {most[piece.kind]}</span>
            </>
          )}
        </div>
      ) : (
        <UnderWay part={sending.part} onStop={sending.stop} />
      )}
      <input
        ref={picker}
        type="file"
        accept={accepts[piece.kind]}
        hidden
        aria-label={named("File")}
        onChange={(event) => {
          sending.take(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
    </div>
  );
}

const most = {
  recording: "MP3, M4A, OGG, WAV, WebM, up to 200 MB.",
  document: "PDF or a picture, up to 50 MB.",
  notes: "",
  link: "",
} as const;

function UnderWay({ part, onStop }: { part: number; onStop: () => void }) {
  return (
    <p className="m-0 mt-1.5 flex flex-wrap items-center gap-3 text-[13px] text-ink-2">
      <progress max={1} value={part} aria-label="Sending the file" />
      <span className="tabular-nums">
        {part < 1 ? `Sending … ${Math.floor(part * 100)} %` : "Arrived; being put away …"}
      </span>
      <Button look="quiet" onClick={onStop}>
        Stop
      </Button>
    </p>
  );
}

/** The recording, with marks for where the words begin and end. Each mark is said, for it may be made by a key. */
function Heard({
  piece,
  file,
  onChange,
}: Pick<Props, "piece" | "onChange"> & { readonly file: EvidenceFile }) {
  const [said, say] = useState("");
  return (
    <>
      <p className="m-0 mb-1 text-[13px] font-semibold text-ink-2 [overflow-wrap:anywhere]">
        <bdi>{file.title}</bdi>
      </p>
      <RecordingPlayer
        file={file}
        startsAt={secondsOf(piece.time)}
        endsAt={secondsOf(piece.until)}
        onMark={(mark, seconds) => {
          const places = marked(piece, mark, seconds);
          if (places) onChange(places);
          say(
            places
              ? `The words ${mark === "start" ? "begin" : "end"} at ${mark === "start" ? places.time : places.until}.`
              : `The words begin at ${piece.time || timeCode(0)}: mark their end after that.`,
          );
        }}
      />
      <p role="status" className="m-0 mt-1 min-h-4.5 text-[12.5px] text-ink-2">
        {said}
      </p>
    </>
  );
}
