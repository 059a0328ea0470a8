import type { Node } from "@tiptap/pm/model";
import { type Finding, type Match, matchesIn, replacedIn } from "@/domain/writing/find-text";

/** What is said of a picture, and read by somebody. */
const said = ["alt", "caption", "credit"] as const;
type Said = Readonly<Record<(typeof said)[number], string>>;

/** Words found in what is said of one picture: what is said of it, and where in that. */
export type InPicture = {
  readonly words: Said;
  readonly matches: Readonly<Record<(typeof said)[number], readonly Match[]>>;
  readonly count: number;
};

/** Looks in what is said of a picture; null where nothing is found. */
export function foundInWords(words: Said, wanted: string, how: Finding): InPicture | null {
  const matches = {
    alt: matchesIn(words.alt, wanted, how),
    caption: matchesIn(words.caption, wanted, how),
    credit: matchesIn(words.credit, wanted, how),
  };
  const count = said.reduce((sum, each) => sum + matches[each].length, 0);
  return count > 0 ? { words, matches, count } : null;
}

/** The pictures within the text of which the words are said, with their positions. */
export function foundInPictures(doc: Node, wanted: string, how: Finding): (InPicture & { pos: number })[] {
  const found: (InPicture & { pos: number })[] = [];
  if (wanted === "") return found;
  doc.forEach((node, pos) => {
    if (node.type.name !== "picture") return;
    const { alt, caption, credit } = node.attrs;
    const words = { alt: String(alt ?? ""), caption: String(caption ?? ""), credit: String(credit ?? "") };
    const here = foundInWords(words, wanted, how);
    if (here) found.push({ ...here, pos });
  });
  return found;
}

/** What is said of the picture with other words in each of those places. */
export const replacedInWords = ({ words, matches }: InPicture, instead: string): Said => ({
  alt: replacedIn(words.alt, matches.alt, instead),
  caption: replacedIn(words.caption, matches.caption, instead),
  credit: replacedIn(words.credit, matches.credit, instead),
});
