import { type Editor, Extension } from "@tiptap/core";
import { Fragment, type Mark, type Node, type Schema, Slice } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";
import { isStorable } from "@/domain/body/check-body";
import { embedFrom } from "@/domain/body/embeds";
import { isSafeLink } from "@/domain/body/links";
import { countWords } from "@/domain/body/read-body";
import { mendPaste } from "@/domain/writing/paste";
import { blocksInPlain, type PlainBlock } from "@/domain/writing/plain-text";
import type { Deeds } from "../commands/deeds";
import { tidyPaste } from "./tidy-paste";

/** Words from which a paste is looked through for quotations. */
const longPaste = 80;

/** How many pictures one paste may bring. */
const mostPictures = 20;

/** What is pasted or dropped becomes what a story may hold, and nothing else. */
export const deskPaste = (deeds: () => Deeds, mastodonHosts: () => readonly string[]) =>
  Extension.create({
    name: "deskPaste",
    // An address on selected words is a link before the kit looks at it.
    priority: 1_050,
    addProseMirrorPlugins() {
      const { editor } = this;
      return [
        new Plugin({
          props: {
            transformPastedHTML: (html) => tidyPaste(mendPaste(html)),
            clipboardTextParser: (text, _context, _plain, view) => sliceOf(text, view.state.schema),
            transformPasted: (slice, view) => {
              const pasted = slice.content.textBetween(0, slice.content.size, " ", " ");
              if (countWords(pasted) > longPaste) deeds().pastedLong();
              return cleanSlice(slice, view.state.schema);
            },
            handlePaste(_view, event) {
              const data = event.clipboardData;
              const text = data?.getData("text/plain") ?? "";
              if (pasteAddress(editor, text.trim(), mastodonHosts())) return true;
              const files = picturesIn(data);
              // Word and Docs send a picture of the text beside the text: the text is meant.
              if (files.length > 0 && !text) {
                deeds().takePictures(files, null);
                return true;
              }
              const within = picturesWithin(data?.getData("text/html") ?? "");
              // After the text that they stand in.
              if (within.length > 0) queueMicrotask(() => deeds().takePictures(within, null));
              return false;
            },
            handleDrop: (view, event, _slice, moved) => {
              const files = moved ? [] : picturesIn(event.dataTransfer);
              if (files.length === 0) return false;
              const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
              deeds().takePictures(files, at?.pos ?? null);
              return true;
            },
          },
        }),
      ];
    },
  });

/** An address alone: on selected words it becomes their link, on an empty line an embed, where it leads to one. */
function pasteAddress(editor: Editor, text: string, mastodonHosts: readonly string[]): boolean {
  if (!/^(https?|mailto):\S+$/i.test(text) || !isSafeLink(text)) return false;
  const { empty, $from, $to } = editor.state.selection;
  if (!empty) {
    const { link } = editor.schema.marks;
    const takesLinks = $from.sameParent($to) && link && $from.parent.type.allowsMarkType(link);
    return Boolean(takesLinks) && editor.chain().setLink({ href: text }).run();
  }
  const embed = embedFrom(text, mastodonHosts);
  const isEmptyLine = $from.parent.type.name === "paragraph" && $from.parent.content.size === 0;
  if (!embed || !isEmptyLine) return false;
  const line = { from: $from.before(), to: $from.after() };
  const isLast = line.to === editor.state.doc.content.size;
  const shown = { type: "embed", attrs: embed };
  // At the story's end a line follows, to write on in.
  return editor
    .chain()
    .insertContentAt(line, isLast ? [shown, { type: "paragraph" }] : shown)
    .run();
}

const picturesIn = (data: DataTransfer | null): File[] =>
  [...(data?.files ?? [])].filter((file) => file.type.startsWith("image/"));

/** Pictures that some programs write into the HTML itself. Those that are only named by an address stay where they are:
 * neither this page nor the server fetches what somebody else names. */
function picturesWithin(html: string): File[] {
  const found = html.matchAll(/<img\b[^>]*\bsrc=["']data:(image\/(png|jpeg|webp|gif));base64,([^"']+)["']/gi);
  return [...found].slice(0, mostPictures).flatMap((match) => {
    const [, type = "", ending = "", base64 = ""] = match;
    try {
      const bytes = Uint8Array.from(atob(base64.replace(/\s/g, "")), (letter) => letter.charCodeAt(0));
      return [new File([bytes], `Pasted picture.${ending}`, { type })];
    } catch {
      // Not a picture after all.
      return [];
    }
  });
}

function sliceOf(text: string, schema: Schema): Slice {
  const paragraph = (...lines: readonly string[]) => ({
    type: "paragraph",
    content: lines.flatMap((line, index) => [
      ...(index > 0 ? [{ type: "hardBreak" }] : []),
      { type: "text", text: storable(line) },
    ]),
  });
  const nodeOf = (block: PlainBlock) =>
    block.kind === "paragraph"
      ? paragraph(...block.lines)
      : {
          type: block.ordered ? "orderedList" : "bulletList",
          ...(block.ordered && { attrs: { start: block.start } }),
          content: block.items.map((item) => ({ type: "listItem", content: [paragraph(item)] })),
        };
  const nodes = blocksInPlain(text).map((block) => schema.nodeFromJSON(nodeOf(block)));
  return Slice.maxOpen(Fragment.fromArray(nodes));
}

/** What is pasted keeps only what the server takes: links that are safe and carry an address alone, text that can be
 * stored, lists of a known kind. */
function cleanSlice(slice: Slice, schema: Schema): Slice {
  return new Slice(cleanFragment(slice.content, schema), slice.openStart, slice.openEnd);
}

function cleanFragment(fragment: Fragment, schema: Schema): Fragment {
  const nodes: Node[] = [];
  fragment.forEach((node) => {
    nodes.push(cleanNode(node, schema));
  });
  return Fragment.fromArray(nodes);
}

const storable = (text: string): string =>
  isStorable(text) ? text : text.replaceAll("\u0000", "").toWellFormed();

function cleanNode(node: Node, schema: Schema): Node {
  const marks = node.marks.flatMap((mark) => cleanMark(mark));
  if (node.isText) return schema.text(storable(node.text ?? ""), marks);
  const attrs =
    node.type.name === "orderedList" ? { start: Math.max(0, Number(node.attrs.start) || 1) } : node.attrs;
  return node.type.create(attrs, cleanFragment(node.content, schema), marks);
}

function cleanMark(mark: Mark): Mark[] {
  if (mark.type.name !== "link") return [mark];
  const { href } = mark.attrs;
  return isSafeLink(href) ? [mark.type.create({ href })] : [];
}
