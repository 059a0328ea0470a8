import type { Body, BodyMark, BodyNode } from "../body/body";
import { embedOf, embedPage, embedWhat } from "../body/embeds";

/** A stretch of text with one set of marks, at the editor's position `pos`. */
export type LeafRun = { readonly text: string; readonly pos: number; readonly marks: readonly BodyMark[] };

/** A block of a story that holds text, a picture or an embed and no other block. `from` and `to` are the editor's positions of
 * its inside. `item` is its number in an ordered list, "•" in another list, and null outside of lists. */
export type Leaf = {
  readonly kind: "paragraph" | "heading" | "pullQuote" | "internalNote" | "picture" | "embed" | "rule";
  readonly level: number;
  readonly inBlockquote: boolean;
  readonly item: string | null;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly runs: readonly LeafRun[];
  readonly attrs: Readonly<Record<string, unknown>>;
};

type Around = { inBlockquote: boolean; item: string | null };

/** The blocks of a body in the order of the text, with the editor's positions: what the reviewing pages draw and compare. */
export function leavesOf(body: Body): Leaf[] {
  const leaves: Leaf[] = [];
  walk(body, 0, { inBlockquote: false, item: null }, leaves);
  return leaves;
}

/** Reads a node at `pos` and answers its size in the editor's count. */
function walk(node: BodyNode, pos: number, around: Around, leaves: Leaf[]): number {
  switch (node.type) {
    case "paragraph":
    case "heading":
    case "pullQuote":
    case "internalNote":
      return addText(node, node.type, pos, around, leaves);
    case "picture":
    case "embed":
    case "horizontalRule": {
      const kind = node.type === "horizontalRule" ? "rule" : node.type;
      leaves.push({ ...blank, ...around, kind, from: pos, to: pos + 1, attrs: node.attrs ?? {} });
      return 1;
    }
    default: {
      const isDocument = node.type === "doc";
      let size = isDocument ? 0 : 1;
      (node.content ?? []).forEach((child, index) => {
        size += walk(child, pos + size, inside(node, index, around), leaves);
      });
      return isDocument ? size : size + 1;
    }
  }
}

const blank = { level: 0, text: "", runs: [] } as const;

function inside(node: BodyNode, index: number, around: Around): Around {
  if (node.type === "blockquote") return { ...around, inBlockquote: true };
  if (node.type === "bulletList") return { ...around, item: "•" };
  if (node.type === "orderedList") {
    const start = typeof node.attrs?.start === "number" ? node.attrs.start : 1;
    return { ...around, item: `${start + index}.` };
  }
  // Only the first paragraph of a list's item carries its number.
  if (node.type === "listItem" && index > 0) return { ...around, item: around.item === null ? null : "" };
  return around;
}

function addText(
  node: BodyNode,
  kind: "paragraph" | "heading" | "pullQuote" | "internalNote",
  pos: number,
  around: Around,
  leaves: Leaf[],
): number {
  const runs: LeafRun[] = [];
  let at = pos + 1;
  for (const child of node.content ?? []) {
    const text = child.type === "text" ? (child.text ?? "") : "\n";
    runs.push({ text, pos: at, marks: child.marks ?? [] });
    at += text.length;
  }
  leaves.push({
    kind,
    ...around,
    level: kind === "heading" ? Number(node.attrs?.level ?? 2) : 0,
    from: pos + 1,
    to: at,
    text: runs.map((run) => run.text).join(""),
    runs,
    attrs: node.attrs ?? {},
  });
  return at + 1 - pos;
}

/** What a block is as one line of text: for a picture its description, so that a changed picture is a change. */
export function leafText(leaf: Leaf): string {
  if (leaf.kind === "picture") {
    return `Picture: ${String(leaf.attrs.alt || leaf.attrs.caption || "without description")}`;
  }
  if (leaf.kind === "embed") return embedLine(leaf.attrs);
  return leaf.kind === "rule" ? "———" : leaf.text;
}

function embedLine(attrs: Leaf["attrs"]): string {
  const embed = embedOf(attrs);
  return embed ? `${embedWhat(embed)}: ${String(attrs.caption || embedPage(embed))}` : "Embed";
}
