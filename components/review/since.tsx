import type { ReactNode } from "react";
import type { Comparison, Piece } from "@/domain/review/compare";
import { type Leaf, type LeafRun, leafText } from "@/domain/review/leaves";
import type { Marking } from "@/domain/review/markings";
import { markedText } from "./marked-text";
import { LeafBlock, SheetFrame, SheetHeadline, SheetStandfirst } from "./sheet";

/** What changed between two texts: what came is green, what went is struck through, and a listener is told which. */
export function Since({
  comparison,
  language,
  markings = [],
}: {
  comparison: Comparison;
  language: string;
  markings?: readonly Marking[];
}) {
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
      {comparison.ties.map(({ text, was, now }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the comparison is drawn once and never reordered
        <p key={index} className="m-0 mb-2 font-ui text-[13.5px]">
          <b className="text-ink-2">Source changed</b> <bdi>“{text}”</bdi>{" "}
          <Changed kind="went">{was ?? "no source"}</Changed>{" "}
          <Changed kind="came">{now ?? "no source"}</Changed>
        </p>
      ))}
      {comparison.leaves.map((compared, index) => {
        const leaf = compared.leaf ?? compared.was;
        if (!leaf) return null;
        if (compared.change === "moved" || compared.change === "left") {
          // biome-ignore lint/suspicious/noArrayIndexKey: the comparison is drawn once and never reordered
          return <Moved key={index} left={compared.change === "left"} leaf={leaf} />;
        }
        // A picture is told of in words here: what changed is its text.
        const shape = leaf.kind === "picture" ? { ...leaf, kind: "paragraph" as const } : leaf;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the comparison is drawn once and never reordered
          <LeafBlock key={index} leaf={shape} pictures={[]}>
            {leaf.kind === "picture" || !compared.leaf ? (
              <Pieces pieces={compared.pieces} />
            ) : (
              <MarkedPieces pieces={compared.pieces} runs={compared.leaf.runs} markings={markings} />
            )}
          </LeafBlock>
        );
      })}
    </SheetFrame>
  );
}

/** A block that stands in another place now: whole in its new place, and a line where it was. */
function Moved({ left, leaf }: { left: boolean; leaf: Leaf }) {
  const words = leafText(leaf);
  return (
    <div data-moved className="my-3 border-l-4 border-info bg-info-soft py-1.5 pr-2 pl-3">
      <p className="m-0 font-ui text-[12.5px] text-info">{left ? "Moved away from here" : "Moved here"}</p>
      <p dir="auto" className={`m-0 break-words ${left ? "truncate text-ink-2" : "whitespace-pre-wrap"}`}>
        {words}
      </p>
    </div>
  );
}

/** Words that stayed, came and went. */
const Pieces = ({ pieces }: { pieces: readonly Piece[] }) =>
  pieces.map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces are drawn once and never reordered
    <Changed key={`${index}${piece.kind}`} kind={piece.kind}>
      {piece.text}
    </Changed>
  ));

/** The same, with the lines under quotations: the newer text is drawn from its own runs. */
function MarkedPieces({
  pieces,
  runs,
  markings,
}: {
  pieces: readonly Piece[];
  runs: readonly LeafRun[];
  markings: readonly Marking[];
}) {
  let at = 0;
  return pieces.map((piece, index) => {
    const from = at;
    if (piece.kind !== "went") at += piece.text.length;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces are drawn once and never reordered
      <Changed key={`${index}${piece.kind}`} kind={piece.kind}>
        {piece.kind === "went" ? piece.text : markedText(slice(runs, from, at), markings)}
      </Changed>
    );
  });
}

/** The runs between two places of a block's text. */
function slice(runs: readonly LeafRun[], from: number, to: number): LeafRun[] {
  let start = 0;
  return runs.flatMap((run) => {
    const begin = Math.max(from - start, 0);
    const end = Math.min(to - start, run.text.length);
    start += run.text.length;
    return end > begin ? [{ ...run, pos: run.pos + begin, text: run.text.slice(begin, end) }] : [];
  });
}

function Changed({ kind, children }: { kind: Piece["kind"]; children: ReactNode }) {
  if (kind === "same") return <span>{children}</span>;
  const Tag = kind === "came" ? "ins" : "del";
  const look = kind === "came" ? "bg-sourced-soft text-sourced no-underline" : "bg-broken-soft text-broken";
  return (
    <Tag className={`mx-[.08em] ${look}`}>
      <span className="sr-only"> [{kind === "came" ? "added" : "removed"}: </span>
      {children}
      <span className="sr-only">] </span>
    </Tag>
  );
}
