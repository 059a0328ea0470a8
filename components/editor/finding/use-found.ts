import { type Editor, useEditorState } from "@tiptap/react";
import { useEffect, useSyncExternalStore } from "react";
import { type Finding, type Match, matchesIn, replacedIn } from "@/domain/writing/find-text";
import { foundInPictures, foundInWords, replacedInWords } from "../text/found-in-pictures";
import { type Found, foundNow, lookAt, replaceFound, type Sought, seek } from "../text/found-shown";
import type { StoryText } from "../text/story-text";
import type { StoryUndo } from "../text/story-undo";

/** The lines above the story, in which words are found too. */
const lines = ["headline", "standfirst", "kicker"] as const;
type InLine = { readonly line: (typeof lines)[number]; readonly matches: readonly Match[] };

type Sheet = { readonly editor: Editor; readonly text: StoryText; readonly undo: StoryUndo };

/** Where words stand in a story: in its text, the lines above it and what is said of its pictures; and other words put in
 * their place. */
export function useFound({ editor, text, undo }: Sheet, words: string, { matchCase, wholeWords }: Finding) {
  const { found, at } = useEditorState({ editor, selector: ({ editor: now }) => foundNow(now.state) });
  const fields = useSyncExternalStore(
    text.subscribe,
    () => text.fields,
    () => text.fields,
  );
  const above = lines.map(
    (line): InLine => ({ line, matches: matchesIn(fields[line], words, { matchCase, wholeWords }) }),
  );
  const ofPictures = useEditorState({
    editor,
    selector: ({ editor: now }) => foundInPictures(now.state.doc, words, { matchCase, wholeWords }),
  });
  const ofHero = fields.hero ? foundInWords(fields.hero, words, { matchCase, wholeWords }) : null;
  const inPictures = [...ofPictures, ...(ofHero ? [ofHero] : [])].reduce((sum, { count }) => sum + count, 0);
  const here = found[at];

  useEffect(
    () => seek(editor, { words, how: { matchCase, wholeWords } } satisfies Sought),
    [editor, words, matchCase, wholeWords],
  );
  useEffect(() => () => void (!editor.isDestroyed && seek(editor, null)), [editor]);
  const place = here?.from;
  useEffect(() => {
    if (place !== undefined) scrollTo(editor, place);
  }, [editor, place]);

  return {
    here,
    quoted: found.filter((each) => each.quoted).length,
    anywhere: found.length + inPictures + above.flatMap(({ matches }) => matches).length,
    inWords: whereInWords(found, at, above, inPictures),
    step: (by: 1 | -1) => lookAt(editor, at + by),
    /** Puts other words in the place that is looked at, and goes on to the next. */
    replaceOne: (instead: string) => {
      if (!here) return;
      replaceFound(editor, [here], instead);
      const next = foundNow(editor.state).found.findIndex(({ from }) => from >= here.from + instead.length);
      lookAt(editor, Math.max(0, next));
    },
    /** Puts other words in every place, in one step of undo, and answers in how many. */
    replaceAll: (instead: string, inQuotations: boolean): number => {
      const places = found.filter((each) => inQuotations || !each.quoted);
      const inLines = above.filter(({ matches }) => matches.length > 0);
      undo.together(() => {
        if (places.length + ofPictures.length > 0) replaceFound(editor, places, instead, ofPictures);
        if (ofHero && fields.hero)
          text.change({ hero: { ...fields.hero, ...replacedInWords(ofHero, instead) } });
        for (const { line, matches } of inLines)
          text.change({ [line]: replacedIn(fields[line], matches, instead) });
      });
      return places.length + inPictures + inLines.reduce((sum, { matches }) => sum + matches.length, 0);
    },
  };
}

function whereInWords(
  found: readonly Found[],
  at: number,
  above: readonly InLine[],
  inPictures: number,
): string {
  const inText = found.length === 0 ? "Not in the text" : `${at + 1} of ${found.length}`;
  const inLines = above
    .filter(({ matches }) => matches.length > 0)
    .map(({ line, matches }) => `${matches.length} in the ${line}`);
  const inWordsOfPictures = inPictures > 0 ? [`${inPictures} in the words of pictures`] : [];
  return `${[inText, ...inLines, ...inWordsOfPictures].join(", ")}.`;
}

function scrollTo(editor: Editor, pos: number): void {
  const { node } = editor.view.domAtPos(Math.min(pos, editor.state.doc.content.size));
  const element = node instanceof Element ? node : node.parentElement;
  element?.scrollIntoView({ block: "center" });
}
