/** The first `most` letters of a text, with an ellipsis where that is not all of it. */
export function shortened(text: string, most: number): string {
  const letters = [...text.trim()];
  return letters.length <= most ? letters.join("") : `${letters.slice(0, most).join("").trimEnd()}…`;
}
