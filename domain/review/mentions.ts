/** Somebody who can be named in a comment. */
export type Mentionable = { readonly id: string; readonly name: string };

/** A piece of a comment: plain words, or the name of somebody who was called. */
export type CommentPiece = { readonly text: string; readonly userId: string | null };

const isWord = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}_]/u.test(char);

/** Cuts a comment at each @ that is followed by the whole name of somebody; of two names that both fit, the longer. An
 * @ in the middle of a word, as in an address, calls nobody. */
export function piecesOf(text: string, people: readonly Mentionable[]): CommentPiece[] {
  const longestFirst = [...people].sort((one, other) => other.name.length - one.name.length);
  const lower = text.toLowerCase();
  const pieces: CommentPiece[] = [];
  let plain = 0;
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    if (at < plain || isWord(text[at - 1])) continue;
    const called = longestFirst.find(
      ({ name }) =>
        name !== "" && lower.startsWith(name.toLowerCase(), at + 1) && !isWord(text[at + 1 + name.length]),
    );
    if (!called) continue;
    const end = at + 1 + called.name.length;
    if (at > plain) pieces.push({ text: text.slice(plain, at), userId: null });
    pieces.push({ text: text.slice(at, end), userId: called.id });
    plain = end;
  }
  if (plain < text.length) pieces.push({ text: text.slice(plain), userId: null });
  return pieces;
}

/** Who is called in a comment, each once. */
export const mentionedIn = (text: string, people: readonly Mentionable[]): string[] => [
  ...new Set(piecesOf(text, people).flatMap(({ userId }) => (userId ? [userId] : []))),
];

/** What is being typed after the last @ before the caret, or null when nobody is being called there. */
export function beingCalled(
  text: string,
  caret: number,
): { readonly at: number; readonly typed: string } | null {
  const at = text.lastIndexOf("@", caret - 1);
  if (at < 0 || isWord(text[at - 1])) return null;
  const typed = text.slice(at + 1, caret);
  return /^[\p{L}\p{N}_.'’-]*(?: [\p{L}\p{N}_.'’-]*)?$/u.test(typed) ? { at, typed } : null;
}
