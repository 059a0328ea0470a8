"use client";

import { Plus, X } from "lucide-react";
import { type DragEvent, useState } from "react";
import type { EvidenceFile } from "@/domain/quote-record";
import { quoteLimits } from "@/domain/quote-rules";
import { evidenceKindNames, evidenceKinds } from "@/domain/quotes";
import { Button } from "../desk/button";
import { fieldClasses } from "../desk/field";
import { EvidenceFileField } from "./evidence-file";
import { type DraftPiece, type DraftProblems, emptyPiece } from "./quote-draft";
import { useSending } from "./use-sending";

type Pieces = readonly DraftPiece[];
type Props = {
  pieces: Pieces;
  problems: DraftProblems;
  onHand: readonly EvidenceFile[];
  /** Takes what is to become of the pieces as they are by then: a file may arrive while something else is typed. */
  onChange: (change: (before: Pieces) => Pieces) => void;
};

const asks: Record<DraftPiece["kind"], string> = {
  notes: "What your notes say, or where they lie",
  recording: "Where the recording lies",
  document: "Title of the document",
  link: "https://",
};

/** How the newsroom knows: recordings with a time code, notes, documents with a page, links. */
export function EvidenceFields({ pieces, problems, onHand, onChange }: Props) {
  const error = problems.time ?? problems.evidence;
  const set = (key: string, part: Partial<DraftPiece>) =>
    onChange((before) => before.map((piece) => (piece.key === key ? { ...piece, ...part } : piece)));
  return (
    <div className="mb-4">
      {pieces.map((piece, index) => (
        <Piece
          key={piece.key}
          piece={piece}
          number={index + 1}
          error={error}
          onHand={onHand}
          onChange={(part) => set(piece.key, part)}
          onRemove={
            pieces.length > 1
              ? () => onChange((before) => before.filter((each) => each.key !== piece.key))
              : null
          }
        />
      ))}
      {error ? (
        <p role="alert" className="m-0 mb-1 text-[13px] leading-normal text-broken">
          {error}
        </p>
      ) : null}
      {pieces.length < quoteLimits.pieces ? (
        <Button
          look="quiet"
          className="-ml-3.5"
          onClick={() => onChange((before) => [...before, emptyPiece("recording")])}
        >
          <Plus aria-hidden size={15} /> Add another piece
        </Button>
      ) : null}
    </div>
  );
}

type PieceProps = {
  piece: DraftPiece;
  number: number;
  error: string | undefined;
  onHand: readonly EvidenceFile[];
  onChange: (part: Partial<DraftPiece>) => void;
  onRemove: (() => void) | null;
};

function Piece({ piece, number, error, onHand, onChange, onRemove }: PieceProps) {
  // The first piece has the plain name; further ones are told apart by their number.
  const named = (name: string) => (number === 1 ? name : `${name} ${number}`);
  const sending = useSending(onChange);
  const drop = useDrop(sending.take);
  return (
    <div
      {...drop.here}
      className={`mb-2.5 grid gap-2 ${drop.isOver ? "rounded-card outline-3 outline-offset-4 outline-info" : ""} ${onRemove ? "grid-cols-[1fr_auto] sm:grid-cols-[8.5rem_1fr_auto]" : "grid-cols-1 sm:grid-cols-[8.5rem_1fr]"}`}
    >
      <Words piece={piece} named={named} error={error} onChange={onChange} />
      {onRemove ? (
        <button
          type="button"
          aria-label={`Take away piece ${number}`}
          onClick={onRemove}
          className="grid size-9 cursor-pointer place-items-center rounded-card text-ink-2 hover:bg-sunken"
        >
          <X aria-hidden size={16} />
        </button>
      ) : null}
      <EvidenceFileField {...{ piece, named, sending, onHand, onChange }} />
      <Where piece={piece} named={named} onChange={onChange} />
    </div>
  );
}

/** Takes a file that is dropped anywhere on a piece, of whatever kind the piece was. */
function useDrop(take: (file: File | undefined) => void) {
  const [isOver, setOver] = useState(false);
  const here = {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      event.stopPropagation();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false);
      if (event.dataTransfer.files.length === 0) return;
      event.preventDefault();
      event.stopPropagation();
      take(event.dataTransfer.files[0]);
    },
  };
  return { isOver, here };
}

type WordsProps = Pick<PieceProps, "piece" | "error" | "onChange"> & { named: (name: string) => string };

/** What kind of evidence it is, and what is said of it in words. */
function Words({ piece, named, error, onChange }: WordsProps) {
  const { kind } = piece;
  const id = `evidence-${piece.key}`;
  return (
    <>
      <label htmlFor={id} className="col-span-full -mb-1 text-[13px] font-semibold text-ink-2">
        {named("Evidence")}
      </label>
      <select
        aria-label={named("Kept as")}
        value={kind}
        onChange={(event) => {
          const chosen = evidenceKinds.find((each) => each === event.target.value);
          if (chosen) onChange({ kind: chosen });
        }}
        className={`${fieldClasses} h-fit max-sm:col-span-full`}
      >
        {evidenceKinds.map((each) => (
          <option key={each} value={each}>
            {evidenceKindNames[each]}
          </option>
        ))}
      </select>
      <textarea
        id={id}
        rows={kind === "notes" ? 2 : 1}
        placeholder={asks[kind]}
        maxLength={kind === "link" ? quoteLimits.href : quoteLimits.evidence}
        aria-invalid={error ? true : undefined}
        value={piece.text}
        onChange={(event) => onChange({ text: event.target.value })}
        className={`${fieldClasses} field-sizing-content max-h-48`}
      />
    </>
  );
}

/** Where in a recording or a document the words are, and where else either can be found. */
function Where({
  piece,
  named,
  onChange,
}: Pick<PieceProps, "piece" | "onChange"> & { named: (name: string) => string }) {
  const { kind } = piece;
  if (kind === "notes") return null;
  const field = (
    name: string,
    part: "time" | "until" | "page" | "href" | "archive",
    placeholder: string,
    most: number,
  ) => (
    <label className={`text-[12.5px] text-ink-3 ${most > 100 ? "min-w-40 flex-1" : "w-24"}`}>
      <span aria-hidden>{name}</span>
      <input
        aria-label={named(name)}
        placeholder={placeholder}
        maxLength={most}
        value={piece[part]}
        onChange={(event) => onChange({ [part]: event.target.value })}
        className={fieldClasses}
      />
    </label>
  );
  return (
    <div className="flex flex-wrap gap-2 max-sm:col-span-full sm:col-start-2">
      {kind === "recording" ? field("Time code", "time", "mm:ss", 8) : null}
      {kind === "recording" ? field("Until", "until", "mm:ss", 8) : null}
      {kind === "document" ? field("Page", "page", "12", quoteLimits.page) : null}
      {kind === "link"
        ? field("Archived at", "archive", "https://web.archive.org/…", quoteLimits.href)
        : field("Link", "href", "https://", quoteLimits.href)}
    </div>
  );
}
