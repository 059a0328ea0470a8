"use client";

import type { Editor } from "@tiptap/react";
import { useRef, useState } from "react";
import { usePictureFiles } from "./text/picture-files";
import { placePicture } from "./text/uploads";

/** Pictures on their way into the text: chosen, dropped or pasted, one after the other. */
export function usePictures(editor: Editor | null, editable: boolean) {
  const files = usePictureFiles();
  const picker = useRef<HTMLInputElement>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const take = async (chosen: readonly File[], at: number | null) => {
    if (!editor || !editable) return;
    setTrouble(null);
    for (const file of chosen) {
      const wrong = await placePicture(editor, file, at, files.add);
      if (wrong) setTrouble(wrong);
    }
  };
  return { picker, trouble, take };
}
