import { Fragment, type ReactNode } from "react";
import type { BodyMark } from "@/domain/body/body";
import type { LeafRun } from "@/domain/review/leaves";
import type { Marking } from "@/domain/review/markings";

const looks: Record<Marking["kind"], string> = {
  verified: "border-b-[2.5px] border-sourced",
  attributed: "border-b-[2.5px] border-attention",
  broken: "border-b-[2.5px] border-dashed border-broken",
  passage: "",
  suggested: "suggested-out",
  place: "",
};

/** The text of a block, cut wherever a mark or a marking begins or ends. `end` is the editor's position of its end. */
export function markedText(runs: readonly LeafRun[], markings: readonly Marking[], end?: number): ReactNode {
  const last = runs.at(-1);
  const until = last ? last.pos + last.text.length : (end ?? -1);
  return [
    ...runs.flatMap((run) =>
      cut(run, markings).map((piece) => (
        <Fragment key={piece.pos}>
          {putIn(piece.pos, markings)}
          {drawn(
            piece,
            markings.filter((each) => covers(each, piece)),
          )}
        </Fragment>
      )),
    ),
    <Fragment key="end">{putIn(until, markings)}</Fragment>,
  ];
}

/** Words that are suggested to stand at a place. */
const putIn = (pos: number, markings: readonly Marking[]): ReactNode =>
  markings.flatMap((each) =>
    each.kind === "suggested" && each.to === pos && (each.insert || each.from === each.to)
      ? [
          <ins
            key={each.anchor}
            title={each.title}
            id={each.from === each.to ? each.anchor : undefined}
            // Drawn and not written: whoever selects words of the sheet selects words of the text.
            data-words={each.insert}
            className="suggested-in"
          />,
        ]
      : [],
  );

/** A passage that is talked about has a ground of its own; the others show the paper. */
const ground = (over: readonly Marking[]) =>
  over.some((each) => each.kind === "passage")
    ? "bg-mark shadow-[inset_0_-2px_var(--attention)]"
    : over.some((each) => each.kind === "suggested")
      ? ""
      : "bg-transparent";

const covers = (marking: Marking, piece: LeafRun) =>
  marking.from < piece.pos + piece.text.length && marking.to > piece.pos;

function cut(run: LeafRun, markings: readonly Marking[]): LeafRun[] {
  const end = run.pos + run.text.length;
  const edges = markings.flatMap((each) => [each.from, each.to]).filter((at) => at > run.pos && at < end);
  const bounds = [...new Set([run.pos, ...edges, end])].sort((one, other) => one - other);
  return bounds.slice(0, -1).map((from, index) => ({
    ...run,
    pos: from,
    text: run.text.slice(from - run.pos, (bounds[index + 1] ?? end) - run.pos),
  }));
}

function drawn(piece: LeafRun, over: readonly Marking[]): ReactNode {
  const inside = formatted(piece.text, piece.marks);
  if (over.length === 0) return inside;
  const anchors = over.filter((each) => each.anchor && each.from === piece.pos);
  const title = over.find((each) => each.title)?.title;
  const Words = over.some((each) => each.kind === "suggested") ? "del" : "mark";
  return (
    <Words
      title={title}
      className={`text-inherit has-[:target]:bg-mark ${ground(over)} ${over.map((each) => looks[each.kind]).join(" ")}`}
    >
      {anchors.map((each) => (
        <span key={each.anchor} id={each.anchor} className="scroll-mt-28" />
      ))}
      {inside}
    </Words>
  );
}

function formatted(text: string, marks: readonly BodyMark[]): ReactNode {
  const has = (name: string) => marks.find((mark) => mark.type === name);
  let shown: ReactNode = text === "\n" ? <br /> : text;
  if (has("italic")) shown = <em>{shown}</em>;
  if (has("bold")) shown = <strong>{shown}</strong>;
  const href = has("link")?.attrs?.href;
  // Where a link leads is read here and not followed: a slip of the hand must not leave the review.
  if (typeof href === "string") shown = <u title={href}>{shown}</u>;
  return shown;
}
