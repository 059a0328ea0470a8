import type { Comparison, Piece } from "@/domain/review/compare";
import { LeafBlock, SheetFrame, SheetHeadline, SheetStandfirst } from "./sheet";

/** What changed between two texts: what came is green, what went is struck through, and a listener is told which. */
export function Since({ comparison, language }: { comparison: Comparison; language: string }) {
  return (
    <SheetFrame language={language}>
      {comparison.lines.map((line) => (
        <p key={line.name} className="m-0 mb-2 font-ui text-[13.5px]">
          <b className="text-ink-2">{line.name}</b> <Pieces pieces={line.pieces} />
        </p>
      ))}
      <SheetHeadline>
        <Pieces pieces={comparison.headline} />
      </SheetHeadline>
      <SheetStandfirst>
        {comparison.standfirst.some((piece) => piece.text) ? <Pieces pieces={comparison.standfirst} /> : null}
      </SheetStandfirst>
      {comparison.leaves.map((compared, index) => {
        const leaf = compared.leaf ?? compared.was;
        if (!leaf) return null;
        // A picture is told of in words here: what changed is its text.
        const shape = leaf.kind === "picture" ? { ...leaf, kind: "paragraph" as const } : leaf;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the comparison is drawn once and never reordered
          <LeafBlock key={index} leaf={shape} pictures={[]}>
            <Pieces pieces={compared.pieces} />
          </LeafBlock>
        );
      })}
    </SheetFrame>
  );
}

/** Words that stayed, came and went. */
export function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map((piece, index) => {
    const key = `${index}${piece.kind}`;
    if (piece.kind === "came")
      return (
        <ins key={key} className="bg-sourced-soft text-sourced no-underline">
          <span className="sr-only"> [added: </span>
          {piece.text}
          <span className="sr-only">] </span>
        </ins>
      );
    if (piece.kind === "went")
      return (
        <del key={key} className="bg-broken-soft text-broken">
          <span className="sr-only"> [removed: </span>
          {piece.text}
          <span className="sr-only">] </span>
        </del>
      );
    return <span key={key}>{piece.text}</span>;
  });
}
