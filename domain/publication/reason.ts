/** What a reporter writes of an unnamed source, as a sentence, with the stop of its script. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  if (!trimmed || /[.!?…。！？।۔؟]["”’»)」]?$/u.test(trimmed)) return trimmed;
  return `${trimmed}${stops.find(([script]) => script.test(trimmed))?.[1] ?? "."}`;
}

/** By the last letter. Thai ends a sentence with nothing. */
const stops: readonly (readonly [RegExp, string])[] = [
  [/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]\P{L}*$/u, "。"],
  [/[\p{sc=Devanagari}\p{sc=Bengali}]\P{L}*$/u, "।"],
  [/\p{sc=Thai}\P{L}*$/u, ""],
];

/** "they", "the company": with such words a clause begins that goes on behind "because". */
const clause = /^(?:they|he|she|it|we|there|their|his|her|its|the|this|that|these|those)\b/i;
/** "for fear of their job", "to protect their family": goes on behind "Not named". */
const aim = /^(?:because|for|to|out of|due to|owing to)\b/i;
const whole = /^(?:not named|unnamed|name withheld|the name|their name|his name|her name)\b/i;

/** Why a source is not named, as readers are told it: "Not named because they fear for their job." However it was
 * typed: as a sentence, as a clause, in a few words, or in another language. */
export function reasonTold(reason: string): string {
  const told = sentence(reason);
  if (!told) return "";
  const small = told.charAt(0).toLowerCase() + told.slice(1);
  if (whole.test(told)) return told.charAt(0).toUpperCase() + told.slice(1);
  if (aim.test(told)) return `Not named ${small}`;
  if (clause.test(told)) return `Not named because ${small}`;
  return `Not named: ${told}`;
}
