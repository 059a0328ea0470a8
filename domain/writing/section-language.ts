/**
 * The language of a story that comes into another section: that section's, unless somebody chose one for this story.
 * Chosen is what is neither the paper's nor the former section's. `""` of a section is the paper's language.
 */
export function languageInSection(
  story: string,
  { paper, before, after }: { readonly paper: string; readonly before: string; readonly after: string },
): string {
  const wasGiven = story === paper || story === (before || paper);
  return wasGiven ? after || paper : story;
}
