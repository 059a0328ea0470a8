import { Fragment, type ReactNode } from "react";
import { type PublicBlock, type PublicNote, readersMedia } from "@/domain/publication/document";
import { EmbedFigure } from "./embed";
import { type Drawing, inlineText } from "./inline-text";
import { MarginNotes, type NoteTongues } from "./margin-note";
import { Picture, PictureCaption } from "./picture";

type StoryBodyProps = {
  blocks: readonly PublicBlock[];
  notes: readonly PublicNote[];
  /** Whether names lead to the readers' pages; a preview on the desk leaves them plain. */
  linked?: boolean;
  /** Where the files of the pictures are: the desk has those that are not published, too. */
  media?: string;
  /** Mastodon servers whose posts may be shown in a page; of others there is a link. */
  mastodonHosts?: readonly string[];
} & NoteTongues;

/** The text of a story with its margin notes, as readers see it. No queries and no scripts: the desk shows it too. */
export function StoryBody({
  blocks,
  notes,
  linked = true,
  media = readersMedia,
  mastodonHosts = [],
  ours,
  theirs,
}: StoryBodyProps) {
  const byNumber = new Map(notes.map((note) => [note.number, note]));
  const drawing: Drawing = { notes: byNumber, begun: new Set(), linked, media, mastodonHosts };
  const placed = notesByBlock(blocks, notes);
  const beside = { linked, ours, theirs };
  return (
    <div className="story-body">
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes its order
        <Fragment key={index}>
          {drawBlock(block, drawing)}
          <MarginNotes notes={placed.beside.get(index) ?? []} {...beside} />
        </Fragment>
      ))}
      <MarginNotes notes={placed.left} {...beside} />
    </div>
  );
}

/** Each note goes with the block in which its quotation ends, where its number stands; one whose words are not in the body
 * (they may be in the headline) comes last. */
function notesByBlock(blocks: readonly PublicBlock[], notes: readonly PublicNote[]) {
  const blockOf = new Map<number, number>();
  blocks.forEach((block, index) => {
    for (const piece of piecesOf(block)) {
      if (piece.kind === "text" && piece.note !== undefined) blockOf.set(piece.note, index);
    }
  });
  const beside = new Map<number, PublicNote[]>();
  const left: PublicNote[] = [];
  for (const note of notes) {
    const index = blockOf.get(note.number);
    if (index === undefined) left.push(note);
    else beside.set(index, [...(beside.get(index) ?? []), note]);
  }
  return { beside, left };
}

function piecesOf(block: PublicBlock): PublicInlines {
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return block.inline;
    case "list":
      return block.items.flatMap((item) => item.flatMap(piecesOf));
    case "blockquote":
      return block.blocks.flatMap(piecesOf);
    default:
      return [];
  }
}
type PublicInlines = Extract<PublicBlock, { kind: "paragraph" }>["inline"];

function drawBlock(block: PublicBlock, drawing: Drawing): ReactNode {
  switch (block.kind) {
    case "paragraph":
      return <p>{inlineText(block.inline, drawing)}</p>;
    case "heading": {
      const Heading = block.level === 2 ? "h2" : "h3";
      return <Heading>{inlineText(block.inline, drawing)}</Heading>;
    }
    case "list":
      return drawList(block, drawing);
    case "blockquote":
      return <blockquote className="passage">{drawBlocks(block.blocks, drawing)}</blockquote>;
    case "pullQuote":
      return drawPullQuote(block, drawing.linked);
    case "picture":
      return (
        <figure className="inset">
          <Picture picture={block.picture} sizes="(min-width: 900px) 690px, 100vw" media={drawing.media} />
          <PictureCaption picture={block.picture} />
        </figure>
      );
    case "embed":
      return (
        <EmbedFigure embed={block.embed} caption={block.caption} mastodonHosts={drawing.mastodonHosts} />
      );
    case "rule":
      return <hr />;
  }
}

function drawBlocks(blocks: readonly PublicBlock[], drawing: Drawing): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes its order
  return blocks.map((block, index) => <Fragment key={index}>{drawBlock(block, drawing)}</Fragment>);
}

function drawList(list: Extract<PublicBlock, { kind: "list" }>, drawing: Drawing): ReactNode {
  const items = list.items.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a published text never changes its order
    <li key={index}>{drawBlocks(item, drawing)}</li>
  ));
  return list.ordered ? <ol start={list.start}>{items}</ol> : <ul>{items}</ul>;
}

function drawPullQuote(pull: Extract<PublicBlock, { kind: "pullQuote" }>, linked: boolean): ReactNode {
  const speaker = <bdi>{pull.speaker}</bdi>;
  return (
    <figure className="pull">
      <blockquote>
        <p>{pull.text}</p>
      </blockquote>
      <figcaption>
        {linked && pull.slug ? <a href={`/said/${pull.slug}`}>{speaker}</a> : speaker}
        {pull.role ? (
          <>
            , <bdi>{pull.role}</bdi>
          </>
        ) : null}
      </figcaption>
    </figure>
  );
}
