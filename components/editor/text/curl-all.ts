import type { Editor } from "@tiptap/react";
import { curled } from "@/domain/writing/smart-quotes";
import { curlMarks } from "./smart-typing";
import type { StoryText } from "./story-text";
import type { StoryUndo } from "./story-undo";

const lines = ["kicker", "headline", "standfirst"] as const;

/** Turns the straight marks of the story and of the lines above it, in one step of undo; answers what it did in words. */
export function curlAll(editor: Editor, text: StoryText, undo: StoryUndo): string {
  const { language } = text.fields;
  let turned = 0;
  undo.together(() => {
    turned = curlMarks(editor, language);
    for (const line of lines) {
      const before = text.fields[line];
      const after = curled(before, language);
      if (after === before) continue;
      text.change({ [line]: after });
      turned += 1;
    }
  });
  return turned > 0 ? "Straight marks are curled." : "There was no straight mark.";
}
