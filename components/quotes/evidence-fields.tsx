"use client";

import { Plus, X } from "lucide-react";
import { quoteLimits } from "@/domain/quote-rules";
import { evidenceKindNames, evidenceKinds } from "@/domain/quotes";
import { Button } from "../desk/button";
import { fieldClasses } from "../desk/field";
import { EvidenceFileField } from "./evidence-file";
import { type DraftPiece, type DraftProblems, emptyPiece } from "./quote-draft";

type Props = {
  pieces: readonly DraftPiece[];
  problems: DraftProblems;
  onChange: (pieces: readonly DraftPiece[]) => void;
};

const asks: Record<DraftPiece["kind"], string> = {
  notes: "What your notes say, or where they lie",
  recording: "Where the recording lies",
  document: "Title of the document",
  link: "https://",
};

/** How the newsroom knows: recordings with a time code, notes, documents with a page, links. */
export function EvidenceFields({ pieces, problems, onChange }: Props) {
  const error = problems.time ?? problems.evidence;
  const set = (key: string, part: Partial<DraftPiece>) =>
    onChange(pieces.map((piece) => (piece.key === key ? { ...piece, ...part } : piece)));
  return (
    <div className="mb-4">
      {pieces.map((piece, index) => (
        <Piece
          key={piece.key}
          piece={piece}
          number={index + 1}
          error={error}
          onChange={(part) => set(piece.key, part)}
          onRemove={pieces.length > 1 ? () => onChange(pieces.filter((each) => each !== piece)) : null}
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
          onClick={() => onChange([...pieces, emptyPiece("recording")])}
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
  onChange: (part: Partial<DraftPiece>) => void;
  onRemove: (() => void) | null;
};

function Piece({ piece, number, error, onChange, onRemove }: PieceProps) {
  // The first piece has the plain name; further ones are told apart by their number.
  const named = (name: string) => (number === 1 ? name : `${name} ${number}`);
  const id = `evidence-${piece.key}`;
  const { kind } = piece;
  return (
    <div
      className={`mb-2.5 grid gap-2 ${onRemove ? "grid-cols-[1fr_auto] sm:grid-cols-[8.5rem_1fr_auto]" : "grid-cols-1 sm:grid-cols-[8.5rem_1fr]"}`}
    >
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
      <EvidenceFileField piece={piece} named={named} onChange={onChange} />
      <Where piece={piece} named={named} onChange={onChange} />
    </div>
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
    <input
      aria-label={named(name)}
      placeholder={placeholder}
      maxLength={most}
      value={piece[part]}
      onChange={(event) => onChange({ [part]: event.target.value })}
      className={`${fieldClasses} ${most > 100 ? "w-auto! min-w-40 flex-1" : "w-24!"}`}
    />
  );
  return (
    <div className="flex flex-wrap gap-2 sm:col-start-2">
      {kind === "recording" ? field("Time code", "time", "mm:ss", 8) : null}
      {kind === "recording" ? field("Until", "until", "to mm:ss", 8) : null}
      {kind === "document" ? field("Page", "page", "Page", quoteLimits.page) : null}
      {kind === "link"
        ? field("Archived at", "archive", "An archive’s copy of it", quoteLimits.href)
        : field("Link", "href", "Link, if there is one", quoteLimits.href)}
    </div>
  );
}
