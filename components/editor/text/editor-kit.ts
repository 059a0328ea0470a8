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
import { EmbedView } from "./embed-view";
import { PictureView } from "./picture-view";
import { quotationsShown } from "./quotations-shown";
import { smartTypingKeys } from "./smart-typing";
import { uploadPlaces } from "./uploads";

export type Commands = {
  readonly attachQuote: () => void;
  readonly findQuotes: () => void;
  /** So many words were pasted that they are looked through for quotations. */
  readonly pastedLong: () => void;
  readonly editLink: () => void;
  readonly choosePicture: () => void;
  readonly choosePullQuote: () => void;
  readonly saveNow: () => void;
  readonly takePictures: (files: readonly File[], at: number | null) => void;
  readonly select: (key: string | null) => void;
};

/** The body's own schema with an editor's behaviour. No node, mark or attribute is added here: what can be typed is
 * what the server takes. `commands` and `language` are asked at the moment of the key. */
export function editorKit(commands: () => Commands, language: () => string): Extensions {
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
    deskKeys(commands),
    deskPaste(commands),
    smartTypingKeys(language),
    quotationsShown((key) => commands().select(key)),
    uploadPlaces,
  ];
}

const deskKeys = (commands: () => Commands) =>
  Extension.create({
    name: "deskKeys",
    // Before the kit's own keys.
    priority: 1_000,
    addKeyboardShortcuts() {
      const does = (deed: keyof Commands) => () => {
        (commands()[deed] as () => void)();
        return true;
      };
      return {
        "Mod-Shift-q": does("attachQuote"),
        "Mod-Shift-f": does("findQuotes"),
        "Mod-k": does("editLink"),
        "Mod-Alt-p": does("choosePicture"),
        "Mod-Alt-q": does("choosePullQuote"),
        "Mod-Alt-l": () => this.editor.commands.setHorizontalRule(),
        "Mod-s": does("saveNow"),
        // Taken even when there is nothing left to undo: the browser would go on with a history of its own.
        "Mod-z": () => this.editor.commands.undo() || true,
        "Mod-Shift-z": () => this.editor.commands.redo() || true,
        "Mod-y": () => this.editor.commands.redo() || true,
      };
    },
  });

const deskPaste = (commands: () => Commands) =>
  Extension.create({
    name: "deskPaste",
    addProseMirrorPlugins() {
      return [
        new Plugin({
          props: {
            transformPastedHTML: (html) => mendPaste(html),
            transformPasted: (slice, view) => {
              const pasted = slice.content.textBetween(0, slice.content.size, " ", " ");
              if (countWords(pasted) > longPaste) commands().pastedLong();
              return cleanSlice(slice, view.state.schema);
            },
            handlePaste: (_view, event) => {
              const files = picturesIn(event.clipboardData);
              // Word and Docs send a picture of the text beside the text: the text is meant.
              if (files.length === 0 || event.clipboardData?.getData("text/plain")) return false;
              commands().takePictures(files, null);
              return true;
            },
            handleDrop: (view, event, _slice, moved) => {
              const files = moved ? [] : picturesIn(event.dataTransfer);
              if (files.length === 0) return false;
              const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
              commands().takePictures(files, at?.pos ?? null);
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
