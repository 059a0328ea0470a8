import type { Editor, JSONContent } from "@tiptap/react";

/** Puts a block after the one in which `pos` lies, so that no paragraph or list is torn apart. At the story's end an
 * empty paragraph follows, to write on in. */
export function insertBlock(editor: Editor, pos: number, block: JSONContent): void {
  const { doc } = editor.state;
  const place = doc.resolve(Math.min(pos, doc.content.size));
  const at = place.depth > 0 ? place.after(1) : place.pos;
  const isLast = at === doc.content.size;
  editor
    .chain()
    .insertContentAt(at, isLast ? [block, { type: "paragraph" }] : block)
    .run();
}
