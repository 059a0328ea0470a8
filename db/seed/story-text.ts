import type { Body, BodyMark, BodyNode } from "@/domain/body/body";
import { checkBody } from "@/domain/body/check-body";
import { embedFrom } from "@/domain/body/embeds";
import { tidewaterRecord } from "./paper";

/** What the short marks in a text point at. */
export type TextNames = {
  readonly quoteId: (key: string) => string;
  readonly picture: (name: string) => { mediaId: string; alt: string; caption: string; credit: string };
};

/** Reads a story written as prose with a few marks into the editor's document. Blocks are parted by a blank line:
 * `## heading`, `### heading`, `- item` and `1. item`, `> quoted block`, `>> key | words set large`, `!picture`, `@ address | caption` for an embed, `? words` for an internal note, `---`.
 * Within a block: `{key|“words of a quote”}`, `{=|‘not a quotation’}`, `**bold**`, `*italic*`, `[text](address)`. */
export function bodyFrom(text: string, names: TextNames): Body {
  const content = blocksOf(text).map((block) => blockFrom(block, names));
  const judged = checkBody({ type: "doc", content: content.length > 0 ? content : [{ type: "paragraph" }] });
  if (!judged.ok) throw new Error(`the text beginning “${text.slice(0, 60)}” is not a story: ${judged.why}`);
  return judged.value;
}

/** The first blocks of a text, for an earlier state of it. */
export const firstBlocks = (text: string, count: number): string =>
  blocksOf(text).slice(0, count).join("\n\n");

const blocksOf = (text: string): string[] =>
  text
    .trim()
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter(Boolean);

function blockFrom(block: string, names: TextNames): BodyNode {
  const heading = /^(##|###) (.+)$/.exec(block);
  if (heading)
    return { type: "heading", attrs: { level: heading[1]?.length }, content: inline(heading[2], names) };
  if (block === "---") return { type: "horizontalRule" };
  const pulled = /^>> ([a-z-]+) \| (.+)$/s.exec(block);
  if (pulled) {
    const quoteId = names.quoteId(pulled[1] ?? "");
    return {
      type: "pullQuote",
      attrs: { quoteId },
      content: [{ type: "text", text: flat(pulled[2] ?? "") }],
    };
  }
  if (block.startsWith("@ ")) return embedOf(block.slice(2));
  if (block.startsWith("? ")) {
    return { type: "internalNote", content: [{ type: "text", text: flat(block.slice(2)) }] };
  }
  if (block.startsWith("!")) return { type: "picture", attrs: names.picture(block.slice(1)) };
  if (block.startsWith("> ")) {
    const quoted = block.replace(/^> /gm, "");
    return { type: "blockquote", content: [{ type: "paragraph", content: inline(quoted, names) }] };
  }
  if (/^(-|\d+\.) /.test(block)) return listFrom(block, names);
  return { type: "paragraph", content: inline(block, names) };
}

function embedOf(line: string): BodyNode {
  const [address = "", caption = ""] = line.split(" | ");
  const embed = embedFrom(address, tidewaterRecord.mastodonHosts);
  if (!embed) throw new Error(`${address} leads to nothing that can be embedded`);
  return { type: "embed", attrs: { ...embed, caption } };
}

function listFrom(block: string, names: TextNames): BodyNode {
  const items = block.split(/\n(?=(?:-|\d+\.) )/).map((item) => item.replace(/^(?:-|\d+\.) /, ""));
  return {
    type: block.startsWith("-") ? "bulletList" : "orderedList",
    content: items.map((item) => ({
      type: "listItem",
      content: [{ type: "paragraph", content: inline(item, names) }],
    })),
  };
}

const flat = (text: string): string => text.replace(/\s+/g, " ").trim();

const marked = /\{([a-z0-9=-]+)\|([^}]+)\}|\*\*([^*]+)\*\*|\*([^*]+)\*|\[([^\]]+)\]\(([^)]+)\)/g;

function inline(source: string | undefined, names: TextNames): BodyNode[] {
  const text = flat(source ?? "");
  const nodes: BodyNode[] = [];
  let read = 0;
  for (const match of text.matchAll(marked)) {
    if (match.index > read) nodes.push({ type: "text", text: text.slice(read, match.index) });
    nodes.push(markedText(match, names));
    read = match.index + match[0].length;
  }
  if (read < text.length) nodes.push({ type: "text", text: text.slice(read) });
  return nodes;
}

function markedText(match: RegExpMatchArray, names: TextNames): BodyNode {
  const [, key, words, bold, italic, linked, href] = match;
  const node = (text: string | undefined, mark: BodyMark): BodyNode => ({
    type: "text",
    text: text ?? "",
    marks: [mark],
  });
  if (key === "=") return node(words, { type: "notQuotation" });
  if (key) return node(words, { type: "quote", attrs: { quoteId: names.quoteId(key) } });
  if (bold) return node(bold, { type: "bold" });
  if (italic) return node(italic, { type: "italic" });
  return node(linked, { type: "link", attrs: { href: href ?? "" } });
}
