"use client";

import type { Editor } from "@tiptap/react";
import { useState } from "react";
import type { LibraryPicture } from "@/domain/pictures";
import { insertBlock } from "./text/insert-block";
import { usePictureFiles } from "./text/picture-files";
import { placePicture } from "./text/uploads";

/** Pictures on their way into the text: chosen, dropped or pasted, one after the other; or from the library. */
export function usePictures(editor: Editor | null, editable: boolean) {
  const files = usePictureFiles();
  const [choosing, choose] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const take = async (chosen: readonly File[], at: number | null) => {
    if (!editor || !editable) return;
    setTrouble(null);
    for (const file of chosen) {
      const wrong = await placePicture(editor, file, at, files.add);
      if (wrong) setTrouble(wrong);
    }
  };
  /** Puts a picture of the library into the text, with the words that it is offered with. */
  const reuse = (picture: LibraryPicture) => {
    choose(false);
    if (!editor || !editable) return;
    files.add(picture);
    const { id: mediaId, alt, caption, credit } = picture;
    insertBlock(editor, editor.state.selection.to, {
      type: "picture",
      attrs: { mediaId, alt, caption, credit },
    });
  };
  return { trouble, forget: () => setTrouble(null), take, choosing, choose, reuse };
}
