/** "a source said", "sources say", "according to sources": a source without a word on who it is. A description behind it
 * ("a source close to the mayor said", "sources in the ministry") is enough. English only. */
export function bareSource(text: string): string[] {
  const said =
    "(?:said|says|say|told|tells|claimed|claims|claim|confirmed|confirm|added|revealed|reveal|believe|believes)";
  const pattern = new RegExp(
    `\\b(?:(?:a|an|one|another|the|our)\\s+(?:unnamed\\s+|anonymous\\s+)?source|(?:unnamed\\s+|anonymous\\s+|some\\s+|several\\s+|multiple\\s+)?sources)\\s+(?:has\\s+|have\\s+)?${said}\\b` +
      "|\\baccording to (?:(?:a|one|the|our)\\s+(?:unnamed\\s+|anonymous\\s+)?source|(?:unnamed\\s+|anonymous\\s+|some\\s+|several\\s+)?sources)(?=[,.;\\n]|$|\\s+(?!who\\b|with\\b|close\\b|familiar\\b|in\\b|inside\\b|at\\b|from\\b|near\\b|briefed\\b|within\\b))",
    "giu",
  );
  return [...new Set([...text.matchAll(pattern)].map((match) => match[0]))].filter(
    // "a ministry source said", "government sources say" describe the source by the word before.
    (phrase) => !described(text, phrase),
  );
}

function described(text: string, phrase: string): boolean {
  if (
    !/^(?:unnamed |anonymous |some |several |multiple )?sources/i.test(phrase) ||
    /^(?:unnamed|anonymous)/i.test(phrase)
  ) {
    return false;
  }
  const before = text.slice(0, text.indexOf(phrase)).trimEnd();
  const word = /([\p{L}-]+)$/u.exec(before)?.[1] ?? "";
  const plain =
    /^(?:but|and|that|as|while|when|because|two|three|four|five|six|the|other|our|these|those|many|few)$/i;
  return word !== "" && !plain.test(word) && !/[.!?:\n]$/.test(text.slice(0, text.indexOf(phrase)).trimEnd());
}

/** A plural of sources, as it stands in the text, or null. */
export function pluralSources(text: string): string | null {
  return (
    /\b(?:[\p{L}-]+\s+)?(?:sources|officials who asked not to be named)\s+(?:said|say|told|confirmed|claimed|close|with|familiar|in|inside)\b/iu.exec(
      text,
    )?.[0] ?? null
  );
}

/** The first word in the text by which somebody is criticised, or null. */
export function criticism(text: string): string | null {
  return (
    /\b(?:accus(?:ed|es|ing)|blam(?:ed|es|ing)|alleg(?:ed|es|ing)|criticis(?:ed|es|ing)|criticiz(?:ed|es|ing)|condemn(?:ed|s|ing)|denounc(?:ed|es|ing))\b/iu.exec(
      text,
    )?.[0] ?? null
  );
}

/** Whether the text says that whoever is criticised was asked, or answered. */
export const replySought = (text: string): boolean =>
  /\b(?:declined to (?:comment|answer|say)|did not (?:respond|reply|answer|return)|(?:was|were|been) (?:asked|approached|contacted|invited) (?:for|to)|no (?:reply|comment|response)|in (?:response|reply|a statement)|responded|replied|denie[ds]|dispute[ds]|reject(?:s|ed)|a spokes\w+|the \w+ said it|would not comment|when asked)\b/iu.test(
    text,
  );

const words = (text: string): string[] =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[’‘ʼ]/g, "'")
    .split(/[^\p{L}\p{N}']+/u)
    .map((word) => word.replace(/^'+|'+$/g, ""))
    .filter(Boolean);

/** Answers, for one text, whether it repeats the words of a record in their order: all of them, or six in a row.
 * The text is read once, for it is held against every record in the newsroom. */
export function holderOf(text: string): (record: string) => boolean {
  const haystack = ` ${words(text).join(" ")} `;
  return (record) => {
    const said = words(record);
    if (said.length < 3) return false;
    const run = Math.min(6, said.length);
    for (let start = 0; start + run <= said.length; start += 1) {
      if (haystack.includes(` ${said.slice(start, start + run).join(" ")} `)) return true;
    }
    return false;
  };
}
