"use client";

import { diffArrays, diffWordsWithSpace } from "diff";
import { useMemo } from "react";
import { readBody } from "@/domain/body/read-body";
import type { Words } from "@/domain/words";
import { writtenForm } from "@/domain/words";

type Piece = { readonly kind: "same" | "added" | "removed"; readonly text: string };
type Block = { readonly name: string; readonly pieces: readonly Piece[] };

const paragraphs = (words: Words) => readBody(words.body).text.split("\n\n").filter(Boolean);

/** What changed from one text to another: paragraph by paragraph, and in those that changed word by word. */
export function differenceOf(from: Words, to: Words): Block[] {
  const fields: Block[] = (["kicker", "headline", "standfirst"] as const).flatMap((field) =>
    from[field] === to[field] ? [] : [{ name: fieldNames[field], pieces: wordPieces(from[field], to[field]) }],
  );
  const blocks: Block[] = [];
  let removed: string[] = [];
  const flush = (added: readonly string[]) => {
    if (removed.length > 0 || added.length > 0) {
      blocks.push({ name: "", pieces: wordPieces(removed.join("\n\n"), added.join("\n\n")) });
    }
    removed = [];
  };
  for (const change of diffArrays(paragraphs(from), paragraphs(to))) {
    if (change.removed) removed = change.value;
    else if (change.added) flush(change.value);
    else {
      flush([]);
      blocks.push(...change.value.map((text) => ({ name: "", pieces: [{ kind: "same" as const, text }] })));
    }
  }
  flush([]);
  return [...fields, ...blocks];
}

const fieldNames = { kicker: "Kicker", headline: "Headline", standfirst: "Standfirst" } as const;

function wordPieces(from: string, to: string): Piece[] {
  // Beyond this a comparison word by word says less than the two texts side by side, and takes seconds.
  if (from.length + to.length > 60_000) {
    return [
      { kind: "removed" as const, text: from },
      { kind: "added" as const, text: to },
    ].filter((piece) => piece.text !== "");
  }
  return diffWordsWithSpace(from, to).map(({ added, removed, value }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value,
  }));
}

const changed = (block: Block) => block.pieces.some((piece) => piece.kind !== "same");

/** The difference between two texts, for reading: what only the first has is struck out, what only the second has is
 * underlined. Long stretches that are the same are left out. */
export function Difference({ from, to, names }: { from: Words; to: Words; names: readonly [string, string] }) {
  const blocks = useMemo(() => differenceOf(from, to), [from, to]);
  const near = blocks.map((_each, index) => blocks.slice(Math.max(0, index - 1), index + 2).some(changed));
  if (!blocks.some(changed)) {
    const same = writtenForm(from) === writtenForm(to);
    return (
      <p className="m-0 text-[14px] text-ink-2">
        {same
          ? "The two texts are the same."
          : "The words are the same. What differs is how they are set, the quotes they are tied to, a picture, or the story’s details."}
      </p>
    );
  }
  return (
    <section aria-label="The difference between the two texts" className="font-text text-[16px] leading-relaxed">
      <p className="m-0 mb-3 font-ui text-[13px] text-ink-3">
        <del className="rounded-sm bg-broken-soft px-1 text-broken">{names[0]}</del>{" "}
        <ins className="rounded-sm bg-sourced-soft px-1 text-sourced">{names[1]}</ins>
      </p>
      {blocks.map((block, index) =>
        near[index] ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn once and never reordered
          <p key={index} dir="auto" className="m-0 mb-3 whitespace-pre-wrap">
            {block.name ? <span className="mr-2 font-ui text-[12.5px] text-ink-3">{block.name}</span> : null}
            {block.pieces.map((piece, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <PieceOfText key={at} piece={piece} />
            ))}
          </p>
        ) : near[index - 1] ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <p key={index} className="m-0 mb-3 text-center font-ui text-[12.5px] text-ink-3">
            ⋯ the same in both ⋯
          </p>
        ) : null,
      )}
    </section>
  );
}

function PieceOfText({ piece }: { piece: Piece }) {
  if (piece.kind === "added") return <ins className="bg-sourced-soft text-sourced">{piece.text}</ins>;
  if (piece.kind === "removed") return <del className="bg-broken-soft text-broken">{piece.text}</del>;
  return piece.text;
}

/** A text for the clipboard: plain, with its headline and standfirst. */
export const copyableText = (words: Words): string =>
  [words.headline, words.standfirst, readBody(words.body).text].filter(Boolean).join("\n\n");
