import type { Extensions } from "@tiptap/core";
import { Extension } from "@tiptap/core";
import { Fragment, type Mark, type Node, type Schema, Slice } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";
import { ReactNodeViewRenderer } from "@tiptap/react";
import { isStorable } from "@/domain/body/check-body";
import { isSafeLink } from "@/domain/body/links";
import { countWords } from "@/domain/body/read-body";
import { bodyExtensions, embedNode, pictureNode } from "@/domain/body/schema";
import { mendPaste } from "@/domain/writing/paste";
import type { Deeds } from "../commands/deeds";
import { commandKeys } from "../commands/desk-keys";
import { EmbedView } from "./embed-view";
import { foundShown } from "./found-shown";
import { knownSelection } from "./outside-change";
import { PictureView } from "./picture-view";
import { quotationsShown } from "./quotations-shown";
import { slashMenu } from "./slash";
import { smartTypingKeys } from "./smart-typing";
import { uploadPlaces } from "./uploads";

/** The body's own schema with an editor's behaviour. No node, mark or attribute is added here: what can be typed is
 * what the server takes. `deeds` and `language` are asked at the moment of the key. */
export function editorKit(deeds: () => Deeds, language: () => string): Extensions {
  return [
    ...bodyExtensions.map((extension) => {
      // An empty paragraph put in by the program would be a change that nobody made.
      if (extension.name === "starterKit") return extension.configure({ trailingNode: false });
      if (extension.name === "picture") {
        return pictureNode.extend({ addNodeView: () => ReactNodeViewRenderer(PictureView) });
      }
      if (extension.name !== "embed") return extension;
      return embedNode.extend({ addNodeView: () => ReactNodeViewRenderer(EmbedView) });
    }),
    slashMenu(deeds),
    commandKeys(deeds),
    deskPaste(deeds),
    smartTypingKeys(language),
    quotationsShown((key) => deeds().select(key)),
    uploadPlaces,
    foundShown,
    knownSelection,
  ];
}

const deskPaste = (deeds: () => Deeds) =>
  Extension.create({
    name: "deskPaste",
    addProseMirrorPlugins() {
      return [
        new Plugin({
          props: {
            transformPastedHTML: (html) => mendPaste(html),
            transformPasted: (slice, view) => {
              const pasted = slice.content.textBetween(0, slice.content.size, " ", " ");
              if (countWords(pasted) > longPaste) deeds().pastedLong();
              return cleanSlice(slice, view.state.schema);
            },
            handlePaste: (_view, event) => {
              const files = picturesIn(event.clipboardData);
              // Word and Docs send a picture of the text beside the text: the text is meant.
              if (files.length === 0 || event.clipboardData?.getData("text/plain")) return false;
              deeds().takePictures(files, null);
              return true;
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

/** Words from which a paste is looked through for quotations. */
const longPaste = 80;

const picturesIn = (data: DataTransfer | null): File[] =>
  [...(data?.files ?? [])].filter((file) => file.type.startsWith("image/"));

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

function cleanNode(node: Node, schema: Schema): Node {
  const marks = node.marks.flatMap((mark) => cleanMark(mark));
  if (node.isText) {
    const text = node.text ?? "";
    return schema.text(isStorable(text) ? text : text.replaceAll("\u0000", "").toWellFormed(), marks);
  }
  const attrs =
    node.type.name === "orderedList" ? { start: Math.max(0, Number(node.attrs.start) || 1) } : node.attrs;
  return node.type.create(attrs, cleanFragment(node.content, schema), marks);
}

function cleanMark(mark: Mark): Mark[] {
  if (mark.type.name !== "link") return [mark];
  const { href } = mark.attrs;
  return isSafeLink(href) ? [mark.type.create({ href })] : [];
}
