import { directionOf } from "../direction";
import type { PublicDocument } from "./document";
import { quoted } from "./quoted";

/** The picture of a story or of a quotation that other sites show beside a link to it: what is drawn on it, and no more
 * than that. Width and height in pixels are those that such sites ask for. */
export type Card = {
  readonly paper: string;
  /** A headline, or the words of a quotation between their marks. */
  readonly words: string;
  /** Who said the words, as readers may know it; null for a headline. */
  readonly speaker: string | null;
  readonly language: string;
};
export const cardSize = { width: 1200, height: 630 } as const;

/** The quotation that an editor chose, with its speaker; otherwise the headline. */
export function cardOfStory(
  story: Pick<PublicDocument, "headline" | "language" | "notes" | "cardQuote">,
  paper: string,
): Card {
  const { language } = story;
  const note = story.cardQuote && story.notes.find((each) => each.ref === story.cardQuote);
  return note
    ? cardOfQuote({ words: note.words, speakerName: note.speaker, speakerRole: note.role, language }, paper)
    : plainCard({ paper, words: story.headline, speaker: null, language });
}

type Quoted = {
  readonly words: string;
  readonly speakerName: string;
  readonly speakerRole: string;
  readonly language: string;
};
export const cardOfQuote = (quote: Quoted, paper: string): Card =>
  plainCard({
    paper,
    words: quoted(quote.words),
    speaker: [quote.speakerName, quote.speakerRole].filter(Boolean).join(", "),
    language: quote.language,
  });

/** Little pictures among the words are left out: there is no font for them. */
const withoutPictures = (text: string): string =>
  text
    .replace(/(?![©®™])\p{Extended_Pictographic}|[\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}\ufe0f\u200d]/gu, " ")
    .replace(/[\p{Cc}\p{Co}\p{Cs}\s]+/gu, " ")
    .trim();

const plainCard = (card: Card): Card => ({
  ...card,
  paper: withoutPictures(card.paper),
  words: withoutPictures(card.words),
  speaker: card.speaker && withoutPictures(card.speaker),
});

/** The scripts there are fonts for: scripts/card-fonts.mjs has them. */
const drawn =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Thai}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Common}\p{Script=Inherited}]+$/u;

/** Whether all of its letters can be drawn. Boxes in place of letters would be worse than no picture. */
export const canBeDrawn = ({ paper, words, speaker }: Card): boolean =>
  words !== "" && drawn.test(`${paper} ${words} ${speaker ?? ""}`);

/** What a card says to whoever does not see it. */
export const cardAlt = ({ paper, words, speaker }: Card): string =>
  speaker ? `${words} – ${speaker}. ${paper}` : `${words} – ${paper}`;

/** Which way the words of a card run: as their first letter does, whatever language they are said to be in. */
export function cardDirection({ words, language }: Card): "ltr" | "rtl" {
  const first = /\p{L}/u.exec(words)?.[0];
  if (!first) return directionOf(language);
  return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(first) ? "rtl" : "ltr";
}
