import type { FoundQuotation } from "./found";
import type { Reading, Token } from "./reading/tokens";
import type { Candidate } from "./speaker/candidate";
import { MONTHS, WEEKDAYS } from "./words/function-words";

type Found = { start: number; end: number; text: string };

const SETTING_NOUN =
  /^(?:interview|interviews|statement|speech|speeches|address|letter|email|e-mail|memo|post|posts|tweet|tweets|blog|article|column|op-ed|book|memoir|conference|briefing|debate|rally|hearing|appearance|remarks|podcast|episode|programme|program|show|radio|television|tv|twitter|facebook|instagram|youtube|message|call|town|hall|meeting|event|ceremony|trial|testimony|note|report|video|essay|court|inquest|editorial|media|release|questions|session|forum|summit|conversation|phone|telephone|filing|lecture|sermon|broadcast|news)$/u;
const AUDIENCE =
  /^(?:reporters|journalists|court|inquest|jury|investors|crowd|audience|supporters|lawmakers|mps|senators|delegates|viewers|listeners|voters|parliament|congress|committee|council|press|conference|hearing|tribunal|shareholders|staff|students|rally|donors|members|inquiry|panel|police|magistrates|commons|house|senate)$/u;
const END =
  /^(?:that|who|which|where|when|while|and|but|said|saying|says|told|he|she|they|it|as|because|after|before|whether|if)$/u;

/** Where and when the words were spoken or written, as far as the quotation's own sentence or its lead-in says. */
export function occasionOf(reading: Reading, at: number, best: Candidate | null): FoundQuotation["occasion"] {
  const token = reading.tokens[at];
  const here = token ? reading.sentences[token.sentence] : undefined;
  if (!token || !here || !best) return null;
  const cueSentence = best.cue ? reading.tokens[best.cue.first]?.sentence : undefined;
  const order = [token.sentence];
  if (cueSentence !== undefined && cueSentence !== token.sentence) order.push(cueSentence);
  for (const near of [token.sentence - 1, token.sentence + 1]) {
    if (reading.sentences[near]?.paragraph === here.paragraph && !order.includes(near)) order.push(near);
  }
  const before = reading.sentences[here.first > 0 ? token.sentence - 1 : -1];
  if (here.first === at && before && before.paragraph === token.paragraph - 1) order.push(token.sentence - 1);
  let where: Found | null = null;
  let when: Found | null = null;
  for (const sentence of order) {
    const bounds = reading.sentences[sentence];
    if (!bounds) continue;
    const cue = best.cue && reading.tokens[best.cue.first]?.sentence === sentence ? best.cue : null;
    const other = sentence !== token.sentence && sentence !== cueSentence;
    where ??= other
      ? settingIn(reading, bounds.first, bounds.last)
      : ((cue ? audienceAfter(reading, cue.first, bounds.last) : null) ??
        settingIn(reading, bounds.first, bounds.last));
    if (!other) when ??= dateIn(reading, bounds.first, bounds.last);
  }
  if (!where && !when) return null;
  const first = [where, when].filter((each) => each !== null).sort((left, right) => left.start - right.start);
  const start = first[0]?.start ?? 0;
  const end = first.at(-1)?.end ?? start;
  return {
    text: first.map((each) => each.text).join(", "),
    ...(where ? { where: where.text } : {}),
    ...(when ? { when: when.text } : {}),
    start,
    end,
  };
}

function cut(reading: Reading, first: number, last: number): Found {
  const start = reading.tokens[first]?.start ?? 0;
  const end = reading.tokens[last]?.end ?? start;
  return { start, end, text: reading.text.slice(start, end) };
}

/** "told the Harbour Gazette", "told reporters", "wrote on social media". */
function audienceAfter(reading: Reading, cue: number, last: number): Found | null {
  const { tokens } = reading;
  const verb = tokens[cue]?.lower ?? "";
  if (/^(?:told|tells|telling|tell|informed|assured)$/u.test(verb)) {
    const end = phraseEnd(tokens, cue + 1, Math.min(last, cue + 8));
    const words = tokens.slice(cue + 1, end + 1);
    if (
      words.some((token) => AUDIENCE.test(token.lower)) ||
      words.some((token, index) => token.cap && (index > 0 || !/^(?:Mr|Mrs|Ms|Dr)/u.test(token.text)))
    ) {
      return words.length > 0 ? cut(reading, cue, end) : null;
    }
  }
  const next = tokens[cue + 1];
  if (
    /^(?:wrote|posted|tweeted|said|writes|says)$/u.test(verb) &&
    next &&
    /^(?:on|in|via|at|during)$/u.test(next.lower)
  ) {
    const end = phraseEnd(tokens, cue + 2, Math.min(last, cue + 10));
    if (
      tokens
        .slice(cue + 2, end + 1)
        .some((token) => SETTING_NOUN.test(token.lower) || (token.cap && !isDate(token)))
    )
      return cut(reading, cue, end);
  }
  return null;
}

function phraseEnd(tokens: readonly Token[], from: number, limit: number): number {
  let end = from - 1;
  for (let at = from; at <= limit; at += 1) {
    const token = tokens[at];
    if (!token || token.kind === "punct" || token.kind === "quote" || END.test(token.lower)) break;
    if (at > from && /^(?:on|in|at|during|by|through|with|about|of|for|from)$/u.test(token.lower)) {
      const next = tokens[at + 1];
      if (token.lower !== "of" && !(token.lower === "in" && at > from && next?.cap && !isDate(next))) break;
    }
    if (isDate(token)) break;
    end = at;
  }
  return end;
}

function isDate(token: Token): boolean {
  return (
    WEEKDAYS.has(token.lower) ||
    (MONTHS.has(token.lower) && token.cap) ||
    /^(?:yesterday|today|tonight|tomorrow|last|earlier|later)$/u.test(token.lower)
  );
}

/** "in a telephone interview", "at Monday’s debate", "Speaking outside the court". */
function settingIn(reading: Reading, first: number, last: number): Found | null {
  const { tokens } = reading;
  for (let at = first; at <= last; at += 1) {
    const token = tokens[at];
    if (!token) continue;
    if (/^(?:speaking|writing|appearing|testifying|posting)$/u.test(token.lower)) {
      const end = settingEnd(tokens, at + 1, Math.min(last, at + 12));
      if (end > at + 1) return cut(reading, at, end);
    }
    if (!/^(?:in|during|at|on|over|via|by|to|through|issued|published|released|after)$/u.test(token.lower))
      continue;
    const end = settingEnd(tokens, at + 1, Math.min(last, at + 12));
    const words = tokens.slice(at + 1, end + 1);
    const isAudience = token.lower === "to" && words.slice(0, 3).some((word) => AUDIENCE.test(word.lower));
    const isSetting =
      token.lower !== "to" &&
      token.lower !== "after" &&
      words.some((word, index) => SETTING_NOUN.test(word.lower) && (index > 0 || words.length === 1));
    const isShow =
      token.lower === "on" &&
      words.length > 0 &&
      (words[0]?.cap ?? false) &&
      words[0] !== undefined &&
      !isDate(words[0]) &&
      /^(?:Fox|CNN|NBC|ABC|CBS|MSNBC|BBC|ITV|Sky|Twitter|Facebook|Instagram|NPR|PBS|Channel|Radio|X|YouTube|LinkedIn|TikTok)$/u.test(
        words[0].text,
      );
    if (isAudience || isSetting || isShow) return cut(reading, at, end);
  }
  return null;
}

function settingEnd(tokens: readonly Token[], from: number, limit: number): number {
  let end = from - 1;
  for (let at = from; at <= limit; at += 1) {
    const token = tokens[at];
    if (!token || token.kind === "quote" || (token.kind === "punct" && !/^(?:-|&)$/u.test(token.text))) break;
    if (END.test(token.lower)) break;
    if (
      isDate(token) &&
      !/^[’']s$/u.test(tokens[at + 1]?.text ?? "") &&
      !(
        token.lower === "last" &&
        /^(?:week|month|night|year)$/u.test(tokens[at + 1]?.lower ?? "") &&
        /^[’']s$/u.test(tokens[at + 2]?.text ?? "")
      )
    ) {
      if (tokens[at - 1] && /^(?:on|in)$/u.test(tokens[at - 1]?.lower ?? ""))
        end = Math.max(from - 1, at - 2);
      break;
    }
    end = at;
  }
  return end;
}

/** "on Thursday", "on 4 May", "last week", "after the match". */
function dateIn(reading: Reading, first: number, last: number): Found | null {
  const { tokens } = reading;
  for (let at = first; at <= last; at += 1) {
    const token = tokens[at];
    if (!token || token.kind === "quote") continue;
    const next = tokens[at + 1];
    const possessive = /^[’']s$/u.test(next?.text ?? "");
    if (WEEKDAYS.has(token.lower) && token.cap && !possessive) {
      const from = tokens[at - 1]?.lower === "on" ? at - 1 : at;
      return cut(
        reading,
        from,
        /^(?:morning|afternoon|evening|night)$/u.test(next?.lower ?? "") ? at + 1 : at,
      );
    }
    if (
      MONTHS.has(token.lower) &&
      token.cap &&
      (next?.kind === "number" || tokens[at - 1]?.kind === "number")
    ) {
      let from = tokens[at - 1]?.kind === "number" ? at - 1 : at;
      if (/^(?:on|in)$/u.test(tokens[from - 1]?.lower ?? "")) from -= 1;
      return cut(reading, from, next?.kind === "number" ? at + 1 : at);
    }
    if (/^(?:yesterday|today|tonight)$/u.test(token.lower)) return cut(reading, at, at);
    if (
      /^(?:last|this|earlier|later)$/u.test(token.lower) &&
      /^(?:week|month|year|night|summer|winter|spring|autumn|fall|this)$/u.test(next?.lower ?? "")
    ) {
      const end = next?.lower === "this" ? at + 2 : at + 1;
      if (!/^[’']s$/u.test(tokens[end + 1]?.text ?? "")) return cut(reading, at, end);
    }
    if (token.lower === "after" && at === first && tokens[at + 1]?.lower === "the") {
      const end = settingEnd(tokens, at + 1, Math.min(last, at + 6));
      if (tokens[end + 1]?.text === ",") return cut(reading, at, end);
    }
  }
  return null;
}
