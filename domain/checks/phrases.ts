/** Words that a check speaks of, and where in the text they begin. */
export type Phrase = { readonly text: string; readonly start: number };

const some =
  "(?:unnamed|anonymous|unidentified|some|several|multiple|various|two|three|four|five|many|other|certain)";
const one = "(?:a|an|one|another|the|our|this|that)";
const source = `(?:${one}\\s+(?:${some}\\s+)?source|(?:${one}\\s+)?(?:${some}\\s+)*sources)`;
const said =
  "(?:said|says|say|told|tells|tell|claimed|claims|claim|confirmed|confirms|confirm|added|adds|add|revealed|reveals|reveal|believe[sd]?|suggest(?:ed|s)?|indicate[sd]?|insist(?:ed|s)?|disclosed?)";
/** Not to want to be named says nothing about what makes a source credible. */
const shy =
  "(?:,?\\s+(?:who|that)\\s+(?:asked|wished|wanted|preferred|requested|declined|refused|did not (?:want|wish))\\s+(?:not\\s+)?(?:to\\s+)?(?:be\\s+|remain\\s+)?(?:named|identified|anonymous|quoted),?)";
/** What stands behind a source that is described: "a source close to the mayor", "sources with knowledge of the budget". */
const described =
  "(?:who|with|close|familiar|in|inside|at|from|near|briefed|within|on|among|involved|present)\\b";

const bare = [
  new RegExp(`\\b${source}${shy}?\\s+(?:has\\s+|have\\s+|had\\s+|also\\s+)?${said}\\b`, "giu"),
  new RegExp(
    `\\b(?:according to|citing|quoting|cited|quoted)\\s+${source}(?:${shy}|(?=\\s*(?:[,.;:!?)”"]|$))|(?=\\s+(?!${described})))`,
    "giu",
  ),
  new RegExp(`\\b${said},?\\s+${source}(?=\\s*(?:[.;!?]|$))`, "giu"),
];

/** "a source said", "sources say", "according to sources": a source without a word on who it is. A description behind it
 * ("a source close to the mayor said") or before it ("ministry sources said") is enough. English only. */
export function bareSources(text: string): Phrase[] {
  const found = bare.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ text: match[0].trim(), start: match.index })),
  );
  return found
    .filter((phrase) => !isDescribedBefore(text, phrase))
    .sort((first, second) => first.start - second.start)
    .filter((phrase, index, all) => all.findIndex((each) => each.start === phrase.start) === index);
}

const startsBare = /^sources?\b/iu;
const plainBefore =
  /^(?:but|and|that|as|while|when|because|so|if|though|although|since|or|yet|what|which|where|how|why|said|says)$/iu;

/** "ministry sources say" describes the source by the word before; "But sources say" does not. */
function isDescribedBefore(text: string, phrase: Phrase): boolean {
  if (!startsBare.test(phrase.text)) return false;
  const before = text.slice(0, phrase.start).trimEnd();
  const word = /([\p{L}-]+)$/u.exec(before)?.[1] ?? "";
  return word !== "" && !plainBefore.test(word);
}

const plurals =
  /\b(?:[\p{L}-]+\s+)?(?:sources|insiders|people familiar|officials who asked not to be named)\s+(?:have\s+|had\s+)?(?:said|say|told|tell|confirmed|claimed|close|with|familiar|in|inside|within|briefed|who)\b/iu;

/** A plural of sources, or null. */
export function pluralSources(text: string): Phrase | null {
  const match = plurals.exec(text);
  return match ? { text: match[0], start: match.index } : null;
}

const criticisms =
  /\b(?:accus(?:ed|es|ing)|blam(?:ed|es|ing)|alleg(?:ed|es|ing)|criticis(?:ed|es|ing)|criticiz(?:ed|es|ing)|condemn(?:ed|s|ing)|denounc(?:ed|es|ing)|lied to|misled|covered up|broke the law|was negligent)\b/iu;

/** The first words by which somebody is criticised, or null. */
export function criticism(text: string): Phrase | null {
  const match = criticisms.exec(text);
  return match ? { text: match[0], start: match.index } : null;
}

const declined =
  "(?:declined (?:to (?:comment|answer|say|discuss)|our request)|would not comment|refused to (?:comment|answer)|had no comment|did not wish to comment)";

/** Whether the text says that whoever is criticised was asked, or answered. */
export const replySought = (text: string): boolean =>
  new RegExp(
    `\\b(?:${declined}|did not (?:respond|reply|answer|return)|(?:was|were|been) (?:asked|approached|contacted|invited) (?:for|to)|no (?:reply|comment|response)|in (?:response|reply|a statement)|responded|replied|denie[ds]|dispute[ds]|reject(?:s|ed)|a spokes\\w+|the \\w+ said it|when asked)\\b`,
    "iu",
  ).test(text);

/** Where the text says that this person "declined to comment", or null. `name` is the whole name: the last word of it
 * is enough, in the same sentence and before the words. */
export function declinedToComment(text: string, name: string): Phrase | null {
  const last = name.trim().split(/\s+/u).at(-1) ?? "";
  if (last.length < 2) return null;
  const quoted = last.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const match = new RegExp(`(?<!\\p{L})${quoted}(?!\\p{L})[^.!?\\n]{0,80}?\\b${declined}\\b`, "iu").exec(
    text,
  );
  return match ? { text: match[0], start: match.index } : null;
}
