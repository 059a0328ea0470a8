"use client";

import { useMemo } from "react";
import { readBody } from "@/domain/body/read-body";
import { type Comparison, compareTexts, type Naming, type Piece } from "@/domain/review/compare";
import { type Words, writtenForm } from "@/domain/words";

type Block = { readonly name: string; readonly pieces: readonly Piece[] };

const differs = (pieces: readonly Piece[]) => pieces.some((piece) => piece.kind !== "same");

function blocksOf({ headline, standfirst, lines, leaves }: Comparison): Block[] {
  const above = [
    { name: "Headline", pieces: headline },
    { name: "Standfirst", pieces: standfirst },
    ...lines,
  ];
  return [
    ...above.filter(({ pieces }) => differs(pieces)),
    ...leaves.map(({ pieces }) => ({ name: "", pieces })),
  ];
}

/** The difference between two texts, for reading: what only the first has is struck out, what only the second has is
 * underlined. Long stretches that are the same are left out. */
export function Difference({
  from,
  to,
  names,
  naming,
}: {
  from: Words;
  to: Words;
  names: readonly [string, string];
  naming: Naming;
}) {
  const comparison = useMemo(() => compareTexts(from, to, naming), [from, to, naming]);
  if (comparison.changes === 0) {
    const same = writtenForm(from) === writtenForm(to);
    return (
      <p className="m-0 text-[14px] text-ink-2">
        {same
          ? "The two texts are the same."
          : "The words are the same. What differs is how they are set, the quotes they are tied to, or a picture."}
      </p>
    );
  }
  const blocks = blocksOf(comparison);
  const near = blocks.map((_each, index) =>
    blocks.slice(Math.max(0, index - 1), index + 2).some(({ pieces }) => differs(pieces)),
  );
  return (
    <section
      aria-label="The difference between the two texts"
      className="font-text text-[16px] leading-relaxed"
    >
      <p className="m-0 mb-3 font-ui text-[13px] text-ink-3">
        <del className="rounded-sm bg-broken-soft px-1 text-broken">{names[0]}</del>{" "}
        <ins className="rounded-sm bg-sourced-soft px-1 text-sourced">{names[1]}</ins>
      </p>
      {blocks.map((block, index) => {
        // The list is drawn once for two texts and never reordered.
        const key = `${index}`;
        if (near[index]) return <Block key={key} block={block} />;
        return near[index - 1] ? (
          <p key={key} className="m-0 mb-3 text-center font-ui text-[12.5px] text-ink-3">
            ⋯ the same in both ⋯
          </p>
        ) : null;
      })}
    </section>
  );
}

function Block({ block }: { block: Block }) {
  return (
    <p dir="auto" className="m-0 mb-3 whitespace-pre-wrap">
      {block.name ? <span className="mr-2 font-ui text-[12.5px] text-ink-3">{block.name}</span> : null}
      {block.pieces.map((piece, index) => {
        const key = `${index}`;
        return <PieceOfText key={key} piece={piece} />;
      })}
    </p>
  );
}

function PieceOfText({ piece }: { piece: Piece }) {
  if (piece.kind === "came") return <ins className="bg-sourced-soft text-sourced">{piece.text}</ins>;
  if (piece.kind === "went") return <del className="bg-broken-soft text-broken">{piece.text}</del>;
  return piece.text;
}

/** A text for the clipboard: plain, with its headline and standfirst. */
export const copyableText = (words: Words): string =>
  [words.headline, words.standfirst, readBody(words.body).text].filter(Boolean).join("\n\n");
