import type { Phrase } from "../reading/phrases";
import { type Candidate, gap, make, type Setting, type Stage } from "./candidate";
import type { Cue } from "./cues";
import type { Memory } from "./memory";
import type { Features } from "./score";
import { isVerbLike } from "./subjects";

/** Of a very long sentence only the verbs nearest to the quotation count: so many before it, so many after. */
const CUES_BEFORE = 10;
const CUES_AFTER = 6;

function nearestCues(stage: Stage, setting: Setting): readonly Cue[] {
  const cues = stage.cues[setting.sentenceIndex] ?? [];
  const found = cues.findIndex((cue) => cue.at > setting.at);
  const after = found < 0 ? cues.length : found;
  return cues.slice(Math.max(0, after - CUES_BEFORE), after + CUES_AFTER);
}

/** The subjects of the cue verbs in the quotation’s own sentence. */
export function fromCues(stage: Stage, setting: Setting, memory: Memory): Candidate[] {
  const cues = nearestCues(stage, setting);
  const next = stage.page.reading.tokens[setting.at + 1]?.text ?? "";
  const closing = cues.findLastIndex((cue) => closesSentence(stage, setting, cue));
  const stopped = /[,.?!…—–-][’'”"]*$/u.test(memory.inside.trim()) || /^(?:,|[—–-]+)$/u.test(next);
  return cues.flatMap((cue, index) =>
    cue.subjects.flatMap(({ phrase, bond }, rank) => {
      const place = relation(stage, setting, cue, phrase, cues, index);
      if (!place) return [];
      const features: Features = { ...place, [cue.strength]: 1, [bond]: 1 };
      if (cue.passive) features.passive = 1;
      if (place.verbLaterInSentence && index === closing) features.closesSentence = 1;
      if (closing > index && cue.strength === "weak" && cue.at < setting.at) features.underClosing = 1;
      if (place.verbRightAfter && !stopped) features.noStop = 1;
      if (
        (cue.strength === "weak" && isUnderStrong(stage, setting, cues, index)) ||
        isToldOf(stage, setting, cues, index)
      )
        features.underStrongVerb = 1;
      if (rank > 0) features.secondChoice = rank;
      const verb = stage.page.reading.tokens[cue.at]?.text ?? cue.verb;
      return make(stage, phrase, memory, features, `beside “${verb}”`, {
        verb: cue.verb,
        first: cue.at,
        last: cue.at,
      });
    }),
  );
}

/** "…, the sheriff said on Sunday.": the whole sentence is somebody's report. */
function closesSentence(stage: Stage, setting: Setting, cue: Cue): boolean {
  const { tokens } = stage.page.reading;
  const subject = cue.subjects[0];
  if (cue.at < setting.at || cue.strength !== "strong" || cue.passive || subject?.bond !== "beside")
    return false;
  if (tokens[subject.phrase.edge - 1]?.text !== "," || subject.phrase.edge <= setting.at + 1) return false;
  const after = tokens[cue.at + 1];
  return (
    cue.at === setting.sentence.last ||
    after?.kind === "punct" ||
    /^(?:in|at|on|during|to|after|told|reporters|yesterday|today|later|earlier)$/u.test(after?.lower ?? "") ||
    cue.verb === "tell" ||
    (after?.cap ?? false)
  );
}

/** "She said the campaign needed “a reset”": the words belong to the verb of saying, not to the one it governs. */
function isUnderStrong(stage: Stage, setting: Setting, cues: readonly Cue[], index: number): boolean {
  const here = cues[index];
  if (!here || here.at > setting.at) return false;
  const above = cues
    .slice(0, index)
    .findLast((cue) => cue.strength === "strong" && !cue.passive && cue.subjects.length > 0);
  if (!above) return false;
  const between = gap(stage.page.reading.tokens, above.at + 1, here.at);
  const subject = here.subjects[0];
  const opened = stage.page.reading.tokens[(subject?.phrase.first ?? 0) - 1]?.text === ",";
  return (
    !opened &&
    between.breaks === 0 &&
    between.quotes === 0 &&
    !between.turns &&
    subject?.bond !== "shared" &&
    subject?.bond !== "participle"
  );
}

/** "A spokesman said officers responded within minutes and took the man “…”": what somebody is said to have done. */
function isToldOf(stage: Stage, setting: Setting, cues: readonly Cue[], index: number): boolean {
  const here = cues[index];
  const above = cues[index - 1];
  const subject = here?.subjects[0];
  if (
    !here ||
    !above ||
    !subject ||
    subject.bond !== "beside" ||
    above.passive ||
    above.subjects.length === 0
  )
    return false;
  const { tokens } = stage.page.reading;
  const next = tokens[above.at + 1]?.lower === "that" ? above.at + 2 : above.at + 1;
  return (
    above.strength === "strong" &&
    subject.phrase.edge === next &&
    here.at < setting.at &&
    gap(tokens, here.at + 1, setting.at).words > 4
  );
}

/** “…,” as he once liked to say: the small word counts for nothing. */
function afterAs(tokens: Stage["page"]["reading"]["tokens"], start: number): number {
  const at = tokens[start]?.text === "," ? start + 1 : start;
  return tokens[at]?.lower === "as" ? at + 1 : start;
}

/** "When Banner asked who was to blame, the sheriff answered: “…”": the verb belongs to the clause that opens. */
function isInOpening(stage: Stage, setting: Setting, cue: Cue): boolean {
  const { tokens } = stage.page.reading;
  if (
    !/^(?:when|while|as|after|before|if|though|although|once)$/u.test(
      tokens[setting.sentence.first]?.lower ?? "",
    )
  )
    return false;
  for (let at = setting.sentence.first; at < setting.at; at += 1)
    if (tokens[at]?.text === ",") return cue.at < at && tokens[at + 1]?.kind !== "quote";
  return false;
}

/** "the campaign, which asked people to “strike back”, had been “ill-judged”": the aside ends before the quotation. */
function isClosedAside(stage: Stage, setting: Setting, cue: Cue): boolean {
  const { tokens } = stage.page.reading;
  if (!/^(?:who|which)$/u.test(tokens[cue.at - 1]?.lower ?? "")) return false;
  for (let at = cue.at + 1; at < setting.at; at += 1)
    if (tokens[at]?.text === "," && isVerbLike(tokens[at + 1])) return true;
  return false;
}

/** A verb before the quotation that has somebody to speak it. */
const introduces = (cue: Cue, at: number) =>
  cue.at < at && !cue.passive && cue.strength !== "weak" && cue.subjects.length > 0;

/** Where the verb with its subject stands to the quotation; null when it has nothing to do with it. */
function relation(
  stage: Stage,
  setting: Setting,
  cue: Cue,
  subject: Phrase,
  cues: readonly Cue[],
  index: number,
): Features | null {
  const { tokens } = stage.page.reading;
  const { at } = setting;
  if (cue.at > at) {
    const from = subject.edge > at ? Math.min(cue.at, subject.edge) : cue.at;
    const between = gap(tokens, afterAs(tokens, at + 1), from);
    if (tokens[at + 1]?.lower === "and" && tokens[at + 2]?.lower === "that" && cue.at > at + 3) return null;
    if (
      /^(?:and|but|while)$/u.test(tokens[at + 1]?.lower ?? "") &&
      cues.some((other) => introduces(other, at))
    )
      return null;
    if (subject.last < at && between.words > 0) return null;
    if (between.words === 0)
      return between.quotes === 0
        ? { verbRightAfter: 1 }
        : { verbAfterOtherPiece: 1, otherPieceBetween: between.quotes };
    const others = cues.slice(0, index).filter((other) => other.at > at && other.at < cue.at).length;
    return {
      verbLaterInSentence: 1,
      perWordBetween: between.words,
      otherCueBetween: others,
      otherPieceBetween: between.quotes,
      clauseBreakBetween: between.breaks + (between.turns ? 1 : 0),
    };
  }
  const end = subject.first > cue.at && subject.last < at ? subject.last : cue.at;
  const between = gap(tokens, end + 1, at);
  const others = cues
    .slice(index + 1)
    .filter(
      (other) =>
        other.at < at &&
        other.strength !== "weak" &&
        !other.passive &&
        other.subjects.length > 0 &&
        !isClosedAside(stage, setting, other),
    ).length;
  const features: Features = {
    perWordBetween: Math.min(25, between.words),
    otherCueBetween: others,
    otherPieceBetween: between.quotes,
    clauseBreakBetween: between.breaks,
  };
  if (isInOpening(stage, setting, cue))
    return { ...features, verbBefore: 1, clauseBreakBetween: between.breaks + 1 };
  if (isClosedAside(stage, setting, cue)) features.clauseBreakBetween = between.breaks + 2;
  if (between.colon) features.colonBetween = 1;
  const nearer = cues
    .slice(index + 1)
    .some((other) => other.at < at && !other.passive && other.subjects.length > 0);
  if (between.words <= 2 || (between.colon && !nearer)) return { ...features, verbRightBefore: 1 };
  return { ...features, verbBefore: 1 };
}
