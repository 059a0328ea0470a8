import { isNickname } from "./reading/names";
import type { Reading, Token } from "./reading/tokens";
import type { Candidate } from "./speaker/candidate";

/** What speaks for words in marks being speech, and against it: a title, a nickname, a so-called word. */
const SPEECH_WEIGHTS = {
  base: 0.4,
  endsLikeSentence: 1.6,
  manyWords: 1.8,
  fourWords: 0.9,
  oneWord: -1,
  noCueFragment: -0.9,
  listedReference: -3.5,
  titleCase: -2.4,
  titleFromCrowd: -1.5,
  afterColon: 1.5,
  titleAfterLead: -1.8,
  sungTitle: -2.5,
  aboutTerm: -1.2,
  joinedToSpeech: 1.5,
  beforeTitleNoun: -1.6,
  weakCue: 0.5,
  restOfUtterance: 1,
  strongCue: 2.2,
  anyCue: 1.1,
  cueDirect: 1.2,
  naming: 0.4,
  ownSentence: 1.8,
  afterTitleNoun: -3.2,
  afterShowWord: -2,
  soCalled: -3.4,
  nickname: -9,
  passiveNaming: -2.2,
  noCandidate: -1.6,
  beforeNoun: -0.5,
  caption: -1.5,
} as const;

const TITLE_NOUN =
  /^(?:album|albums|single|song|songs|track|book|books|novel|memoir|essay|article|column|poem|play|musical|film|films|movie|movies|documentary|series|show|shows|sitcom|drama|episode|programme|program|podcast|magazine|newspaper|website|blog|game|painting|sculpture|exhibition|exhibit|opera|ballet|hit|anthem|bestseller|best-seller|video|print|section|campaign|report|study|paper|entitled|titled|called|named|dubbed|nicknamed|known|termed|labelled|labeled|codenamed|code-named|hashtag|slogan|name|names|word|words|term|terms|phrase|phrases|category|host|hosts|moderator|anchor|co-host|star|stars|starring|director|author|hosted|hosting|programmes|tour|concert|single|nickname|moniker|acronym|alias|pseudonym)$/u;

const SHOW_LEAD = /^(?:on|of|to|in|’s|'s|from|for|watching|watch|via|with)$/u;

/** The sum for one marked span: above zero it is taken for speech. */
export function speechScore(
  reading: Reading,
  at: number,
  whole: boolean,
  best: Candidate | null,
  spokeJustBefore: boolean,
): number {
  const { tokens, spans, text } = reading;
  const token = tokens[at];
  const span = token ? spans[token.span] : undefined;
  if (!token || !span) return 0;
  const inner = text.slice(span.innerStart, span.innerEnd).trim();
  const words = inner.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const weights = SPEECH_WEIGHTS;
  let sum: number = weights.base;
  if (whole) sum += weights.endsLikeSentence;
  if (words.length >= 7) sum += weights.manyWords;
  else if (words.length >= 4) sum += weights.fourWords;
  else if (words.length === 1) sum += weights.oneWord;
  const alone = isAlone(reading, at);
  const led = tokens[at - 1]?.text === ":" && tokens[at - 1]?.sentence === token.sentence;
  if (words.length <= 3 && best && !best.cue && !alone && !led) sum += weights.noCueFragment;
  if (isDashed(tokens, at) && tokens[at - 1]?.sentence !== token.sentence && !/[.?!…,]$/u.test(inner))
    sum += weights.listedReference;
  if (led) sum += weights.afterColon;
  const labelled = best?.features.scriptLabel !== undefined;
  const answer = led && words.length === 1 && /[.!?…]$/u.test(inner);
  if (isTitleCase(words) && !(alone && whole) && !labelled && !answer) {
    sum += weights.titleCase;
    if (best?.features.naming && !best.features.person && !best.features.pronoun)
      sum += weights.titleFromCrowd;
  }
  sum += cueScore(best);
  if (isNickname(reading, at)) sum += weights.nickname;
  if (spokeJustBefore && isJoined(tokens, at)) sum += weights.joinedToSpeech;
  if (alone && words.length >= 3) sum += weights.ownSentence;
  return sum + leadScore(tokens, at, inner, words.length, best);
}

function cueScore(best: Candidate | null): number {
  const weights = SPEECH_WEIGHTS;
  if (!best) return weights.noCandidate;
  const { features } = best;
  if (
    features.openFromBefore ||
    features.scriptLabel ||
    features.signedWithDash ||
    features.accordingTo ||
    features.saidThing
  )
    return weights.strongCue;
  if (features.passive)
    return /^(?:accuse|praise|criticize|criticise|blame|denounce|hail|mock|attack|condemn)$/u.test(
      best.cue?.verb ?? "",
    )
      ? weights.anyCue + weights.cueDirect
      : weights.passiveNaming;
  let sum = 0;
  if (features.verbLaterInSentence || features.noStop) return weights.weakCue;
  if (features.strong) sum += weights.strongCue;
  else if (features.naming) sum += weights.anyCue + weights.naming;
  else if (features.weak) sum += weights.weakCue;
  const named = features.naming && (features.perWordBetween ?? 0) <= 6 && features.verbBefore;
  if (features.verbRightAfter || features.verbRightBefore || named) sum += weights.cueDirect;
  if (features.restOfUtterance && features.wholeSentence) sum += weights.restOfUtterance;
  return sum;
}

/** The words in front: "the song", "so-called", "on ABC’s". */
function leadScore(
  tokens: readonly Token[],
  at: number,
  inner: string,
  words: number,
  best: Candidate | null,
): number {
  const weights = SPEECH_WEIGHTS;
  const here = tokens[at];
  const before = tokens[at - 1]?.paragraph === here?.paragraph ? tokens[at - 1] : undefined;
  const earlier = tokens[at - 2]?.paragraph === here?.paragraph ? tokens[at - 2] : undefined;
  const direct = before?.text === "," ? earlier : before;
  let sum = 0;
  const long = words >= 7;
  const startsUpper = /^[\p{Lu}\d]/u.test(inner);
  if (
    /^(?:so-called|known|nicknamed|dubbed|named|titled|entitled|inscribed|codenamed|code-named)$/u.test(
      before?.lower ?? "",
    )
  )
    sum += weights.soCalled;
  if (
    before?.lower === "as" &&
    /^(?:known|know|branded|billed|listed|fans|themselves|himself|herself)$/u.test(earlier?.lower ?? "")
  )
    sum += weights.soCalled;
  if (
    /^(?:told|tells|telling|joined)$/u.test(before?.lower ?? "") &&
    startsUpper &&
    isTitleCase(inner.split(/\s+/u))
  ) {
    sum += weights.soCalled;
  }
  const link = /^(?:the|a|an)$/u.test(before?.lower ?? "") && earlier?.lower === "as";
  if (link && /^(?:known|branded|billed|dubbed)$/u.test(tokens[at - 3]?.lower ?? "")) sum += weights.soCalled;
  const object = /^(?:him|her|it|them|me|us|himself|herself|a|an|the)$/u.test(before?.lower ?? "");
  if (
    !object &&
    !long &&
    TITLE_NOUN.test(direct?.lower ?? "") &&
    !(best?.features.verbRightBefore && best.features.naming && !best.features.passive)
  ) {
    sum += weights.afterTitleNoun;
  }
  if (
    startsUpper &&
    (words <= 6 || isTitleCase(inner.split(/\s+/u))) &&
    SHOW_LEAD.test(before?.lower ?? "") &&
    !/[.?!]$/u.test(inner.replace(/[.,]$/u, ""))
  ) {
    sum += weights.afterShowWord;
    if (isTitleCase(inner.split(/\s+/u))) sum += weights.titleAfterLead;
  }
  if (before?.lower === "about" && words <= 3 && !startsUpper) sum += weights.aboutTerm;
  if (best?.cue?.verb === "sing" && isTitleCase(inner.split(/\s+/u))) sum += weights.sungTitle;
  const next = tokens[at + 1];
  if (startsUpper && words <= 5 && next?.paragraph === here?.paragraph && TITLE_NOUN.test(next?.lower ?? ""))
    sum += weights.beforeTitleNoun;
  if (
    words <= 2 &&
    next?.kind === "word" &&
    next.paragraph === here?.paragraph &&
    !best?.features.verbRightAfter
  )
    sum += weights.beforeNoun;
  return sum;
}

/** All main words begin with a capital, and it does not end like a sentence: the look of a title. */
function isTitleCase(words: readonly string[]): boolean {
  const main = words.filter(
    (word) => !/^(?:a|an|the|of|and|or|in|on|to|for|at|by|from|with|as|but|is|vs)\b/iu.test(word),
  );
  const capitals = main.filter((word) => /^[^\p{L}]*\p{Lu}|^\d/u.test(word));
  const last = words.at(-1) ?? "";
  return (
    words.length <= 10 &&
    main.length > 0 &&
    capitals.length === main.length &&
    !/[.?!…]\W*$/u.test(last.replace(/[.]$/u, words.length > 4 ? "." : ""))
  );
}

function isDashed(tokens: readonly Token[], at: number): boolean {
  return (
    /^(?:[-–—]|--)$/u.test(tokens[at + 1]?.text ?? "") && tokens[at + 1]?.paragraph === tokens[at]?.paragraph
  );
}

/** "“nasty,” “crooked” and “a disaster”": nothing but a comma or "and" since the quotation before. */
function isJoined(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before?.kind === "quote") return true;
  return (
    /^(?:and|or|,|but)$/u.test(before?.lower ?? "") &&
    (tokens[at - 2]?.kind === "quote" || (tokens[at - 2]?.text === "," && tokens[at - 3]?.kind === "quote"))
  );
}

function isAlone(reading: Reading, at: number): boolean {
  const { tokens } = reading;
  const here = tokens[at];
  const before = tokens[at - 1];
  const starts = !before || before.sentence !== here?.sentence;
  const next = tokens[at + 1];
  return starts && (!next || next.sentence !== here?.sentence || next.text === "." || next.text === ",");
}
