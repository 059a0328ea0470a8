import { type Phrase, phraseStartingAt } from "../reading/phrases";
import type { Sentence, Token } from "../reading/tokens";
import { type Candidate, gap, make, type Setting, type Stage } from "./candidate";
import type { Memory } from "./memory";
import type { Features } from "./score";
import { isVerbLike } from "./subjects";

/** "according to X", "in the words of X". */
export function fromAccordingTo(stage: Stage, setting: Setting, memory: Memory): Candidate[] {
  const { tokens } = stage.page.reading;
  const { sentence, at } = setting;
  const found: Candidate[] = [];
  for (let from = sentence.first; from < sentence.last; from += 1) {
    const start = leadsIn(tokens, from);
    if (start < 0) continue;
    const phrase = phraseStartingAt(stage.page, start, sentence.last);
    if (!phrase) continue;
    const words = from > at ? gap(tokens, at + 1, from).words : gap(tokens, phrase.last + 1, at).words;
    const features: Features = { accordingTo: 1, perWordBetween: Math.min(20, words) };
    if (from > at ? isIntroduced(stage, setting) : isPassedOn(stage, setting, from)) features.secondHand = 1;
    found.push(
      ...make(stage, phrase, memory, features, "after “according to”", {
        verb: "according to",
        first: from,
        last: start - 1,
      }),
    );
  }
  return found;
}

/** "She told donors that he “games the system,” according to a pool report": the report only passes it on. */
function isIntroduced(stage: Stage, setting: Setting): boolean {
  return (stage.cues[setting.sentenceIndex] ?? []).some(
    (cue) =>
      cue.at < setting.at &&
      cue.strength !== "weak" &&
      !cue.passive &&
      cue.subjects.some(({ bond }) => bond !== "ahead"),
  );
}

/** "another member, according to two people, compared it to “surrender”": the verb after it has a speaker of its own. */
function isPassedOn(stage: Stage, setting: Setting, from: number): boolean {
  if (from <= setting.sentence.first + 1) return false;
  return (stage.cues[setting.sentenceIndex] ?? []).some(
    (cue) =>
      cue.at > from &&
      cue.at < setting.at &&
      !cue.passive &&
      cue.subjects.some(({ phrase }) => phrase.last < from),
  );
}

/** After "according to" or "in the words of", the place of the next token; otherwise -1. */
function leadsIn(tokens: readonly Token[], from: number): number {
  const words = [0, 1, 2, 3].map((step) => tokens[from + step]?.lower ?? "");
  if (words[0] === "according" && words[1] === "to") return from + 2;
  if (words[0] === "in" && words[2] === "words" && words[3] === "of") return from + 4;
  if (words[0] === "as" && words[1] === "per") return from + 2;
  return -1;
}

/** Things said, which belong to whoever said them: "his claim that …", "Crane’s pledge to …". */
const SAID_THING =
  /^(?:claim|claims|comment|comments|remark|remarks|assertion|suggestion|pledge|promise|vow|warning|argument|contention|declaration|description|statement|insistence|admission|call|calls|threat|insult|boast|accusation|allegation|complaint|conclusion|observation|prediction|characterization|characterisation|apology|praise|criticism|words|refrain|slogan|motto|catchphrase|reply|answer|response|verdict|demand|appeal|plea|confession|joke|quip|rant|tweet|promises|pledges)$/u;

/** Whoever owns a thing said that leads in the quotation. */
export function fromSaidThings(stage: Stage, setting: Setting, memory: Memory): Candidate[] {
  const { tokens } = stage.page.reading;
  const { sentence, at } = setting;
  for (let thing = at - 1; thing > Math.max(sentence.first, at - 12); thing -= 1) {
    const token = tokens[thing];
    if (token?.kind !== "word" || !SAID_THING.test(token.lower)) continue;
    const owner = ownerBefore(stage, thing, sentence);
    if (!owner || governed(stage, setting, owner)) continue;
    const features: Features = { saidThing: 1, perWordBetween: gap(tokens, thing + 1, at).words };
    const cue = { verb: token.lower, first: thing, last: thing };
    return make(stage, owner, memory, features, `the ${token.lower} is theirs`, cue);
  }
  return [];
}

/** In "described his words as “vile”" the verb in front tells who speaks. */
function governed(stage: Stage, setting: Setting, owner: Phrase): boolean {
  const cues = stage.cues[setting.sentenceIndex] ?? [];
  return cues.some((cue) => cue.at < owner.first && owner.first - cue.at <= 2 && cue.subjects.length > 0);
}

/** "his" or "Crane’s", with a word or two between: "his latest claim". */
function ownerBefore(stage: Stage, thing: number, sentence: Sentence): Phrase | null {
  const { tokens } = stage.page.reading;
  const { mentions, mentionOf } = stage.page.names;
  for (let at = thing - 1; at >= Math.max(sentence.first, thing - 3); at -= 1) {
    const token = tokens[at];
    if (token?.kind !== "word") return null;
    if (/^(?:his|her)$/u.test(token.lower))
      return { first: at, last: at, edge: at, head: at, kind: "pronoun", mention: null };
    const mention = /^[’']s?$/u.test(token.text) ? mentions[mentionOf[at - 1] ?? -1] : undefined;
    if (mention)
      return {
        first: mention.from,
        last: mention.last,
        edge: mention.from,
        head: mention.last,
        kind: "name",
        mention,
      };
  }
  return null;
}

/** "HOST: “…”" and "“…” — Matthew Ingram". */
export function fromLabels(stage: Stage, setting: Setting, memory: Memory): Candidate[] {
  const { tokens } = stage.page.reading;
  const { at, sentence } = setting;
  const found: Candidate[] = [];
  const next = tokens[at + 1];
  if (next && next.paragraph === tokens[at]?.paragraph && /^(?:[-–—]|--)$/u.test(next.text)) {
    const phrase = phraseStartingAt(stage.page, at + 2, sentence.last);
    const inner = memory.inside.trim();
    if (phrase?.kind === "name" && /[.?!…]$/u.test(inner))
      found.push(...make(stage, phrase, memory, { signedWithDash: 1 }, "signed after the dash", null));
  }
  if (tokens[at - 1]?.text === ":" && at - 2 >= sentence.first) {
    const label = tokens.slice(sentence.first, at - 1);
    const isLabel =
      label.length <= 4 &&
      label.every((token) => token.kind === "word" && (token.cap || /^\p{Lu}+$/u.test(token.text)));
    const opens =
      tokens[sentence.first - 1]?.paragraph !== tokens[at]?.paragraph ||
      label.every((token) => /^\p{Lu}{2,}/u.test(token.text));
    if (isLabel && opens) found.push(labelled(stage, sentence.first, at - 2));
    else found.push(...introduced(stage, sentence, at, memory));
  }
  return found;
}

/** A paragraph that opens with a name and a colon, "Sen. Jack Ferris, D-Ore.: “…”", with no verb between. */
function introduced(stage: Stage, sentence: Sentence, at: number, memory: Memory): Candidate[] {
  const { tokens } = stage.page.reading;
  const opens = tokens[sentence.first - 1]?.paragraph !== tokens[at]?.paragraph;
  const verbs = tokens.slice(sentence.first, at).some((token) => isVerbLike(token));
  if (!opens || verbs || at - sentence.first > 24) return [];
  const phrase = phraseStartingAt(stage.page, sentence.first, at);
  const named = phrase?.mention?.kind === "person" || phrase?.mention?.kind === "organisation";
  return phrase && named
    ? make(stage, phrase, memory, { scriptLabel: 1 }, "the name before the colon", null)
    : [];
}

function labelled(stage: Stage, first: number, last: number): Candidate {
  const { tokens, text } = stage.page.reading;
  const mention = stage.page.names.mentions[stage.page.names.mentionOf[last] ?? -1];
  const entity = mention ? stage.people.entityOf.get(mention) : undefined;
  const written = text.slice(tokens[first]?.start ?? 0, tokens[last]?.end ?? 0);
  const name = entity?.name ?? written;
  return {
    resolved: {
      speaker: { name, entity: entity ?? null, gender: entity?.gender ?? null, number: "one" },
      sure: 0.95,
      why: "the label before the words",
    },
    phrase: { first, last, edge: first, head: last, kind: "name", mention: mention ?? null },
    cue: null,
    features: { scriptLabel: 1 },
    why: "the label before the words",
  };
}
