import { Fragment, type ReactNode } from "react";
import type { PublicInline, PublicNote } from "@/domain/publication/document";

/** What the pieces of one story share while it is drawn from top to bottom. */
export type Drawing = {
  readonly notes: ReadonlyMap<number, PublicNote>;
  /** Quotations whose first words have been drawn: only those carry the anchor. */
  readonly begun: Set<number>;
  readonly linked: boolean;
  /** Where the files of the pictures are. */
  readonly media: string;
  readonly mastodonHosts: readonly string[];
};

type Run = { readonly note: number | undefined; readonly ends: boolean; readonly pieces: PublicInline[] };

/** The words of a paragraph, each quotation with its number. Pieces of one quotation in different type are one quotation. */
export function inlineText(inline: readonly PublicInline[], drawing: Drawing): ReactNode[] {
  return runsOf(inline).map((run, index) => {
    const words = run.pieces.map((piece, place) => drawPiece(piece, `${index}-${place}`));
    const note = run.note === undefined ? undefined : drawing.notes.get(run.note);
    return note ? drawQuotation(note, words, run.ends, index, drawing) : words;
  });
}

function runsOf(inline: readonly PublicInline[]): Run[] {
  const runs: Run[] = [];
  inline.forEach((piece, index) => {
    const note = noteOf(piece, inline[index + 1]);
    const ends = piece.kind === "text" && piece.noteEnds === true;
    const last = runs.at(-1);
    if (last && last.note === note && !last.ends) {
      runs[runs.length - 1] = { note, ends, pieces: [...last.pieces, piece] };
    } else {
      runs.push({ note, ends, pieces: [piece] });
    }
  });
  return runs;
}

/** A line break belongs to the words that follow it. */
function noteOf(piece: PublicInline, next: PublicInline | undefined): number | undefined {
  if (piece.kind === "text") return piece.note;
  return next?.kind === "text" ? next.note : undefined;
}

function drawQuotation(note: PublicNote, words: ReactNode, ends: boolean, key: number, drawing: Drawing) {
  const first = !drawing.begun.has(note.number);
  drawing.begun.add(note.number);
  return (
    <q
      key={key}
      className={`quote ${note.standing}`}
      {...(first ? { id: `quote-${note.number}` } : { "data-of": note.number })}
    >
      <span className="words-said">{words}</span>
      {ends ? (
        <sup>
          <a href={`#note-${note.number}`} aria-label={`Note ${note.number}: ${note.speaker}`}>
            {note.number}
          </a>
        </sup>
      ) : null}
    </q>
  );
}

function drawPiece(piece: PublicInline, key: string): ReactNode {
  if (piece.kind === "break") return <br key={key} />;
  let drawn: ReactNode = piece.text;
  if (piece.italic) drawn = <em>{drawn}</em>;
  if (piece.bold) drawn = <strong>{drawn}</strong>;
  if (piece.href) drawn = <a href={piece.href}>{drawn}</a>;
  return <Fragment key={key}>{drawn}</Fragment>;
}
