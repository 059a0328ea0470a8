import { isAdverb, type Page, type Phrase, phraseEndingAt, phraseStartingAt } from "../reading/phrases";
import type { Sentence, Token } from "../reading/tokens";
import { type CueVerb, cueVerb, NOUN_LIKE } from "../words/cue-verbs";
import { AUXILIARIES, DETERMINERS, POSSESSIVES, PREPOSITIONS } from "../words/function-words";
import { isVerbLike, mainSubject, skipAdverbs } from "./subjects";

/** How a verb came by its subject. */
export type Bond =
  | "beside"
  | "inverted"
  | "apposition"
  | "relative"
  | "shared"
  | "participle"
  | "ahead"
  | "infinitive"
  | "agent";

/** A verb that can introduce words, with its subjects, the likeliest first. */
export type Cue = CueVerb & {
  at: number;
  subjects: { phrase: Phrase; bond: Bond }[];
  /** "was described as", "a film called": its subject does not speak. */
  passive: boolean;
};

const BE = /^(?:is|are|was|were|be|been|being|get|got|gets|’s|'s)$/u;
/** What follows these is the one spoken to or of: "vowed to “fight,” urged Congress to act". */
const TAKES_OBJECT =
  /^(?:urged|urges|accused|accuses|told|tells|asked|asks|called|calls|praised|praises|blasted|slammed|criticized|criticised|blamed|blames|attacked|attacks|thanked|thanks|mocked|mocks|warned|warns|challenged|pressed|dismissed|denounced|described|defended|cited|ordered)$/u;
const COORDINATION = /^(?:and|but|or|then|yet)$/u;

/** The cue verbs of one sentence in order, each with who its subject may be. */
export function cuesIn(page: Page, sentence: Sentence): Cue[] {
  const found: Cue[] = [];
  for (let at = sentence.first; at <= sentence.last; at += 1) {
    const token = page.reading.tokens[at];
    if (token?.kind !== "word" || (token.cap && at !== sentence.first)) continue;
    const verb = cueVerb(token.lower);
    if (!verb || isNoun(page, at, sentence)) continue;
    const passive = isPassive(page, at, sentence);
    const subjects = passive ? agents(page, at, sentence) : subjectsOf(page, at, sentence);
    if (verb.verb === "continue" && subjects[0]?.phrase.kind === "noun") continue;
    const asksFor =
      verb.verb === "call" && /^(?:for|on|upon)$/u.test(page.reading.tokens[at + 1]?.lower ?? "");
    const strength = asksFor ? "strong" : verb.strength;
    found.push({ ...verb, strength, at, subjects, passive: passive && subjects.length === 0 });
  }
  return found;
}

/** "his claims", "a call": the form is a noun here. */
function isNoun(page: Page, at: number, sentence: Sentence): boolean {
  const { tokens } = page.reading;
  const token = tokens[at];
  const before = at > sentence.first ? tokens[at - 1] : undefined;
  if (!token || !before)
    return NOUN_LIKE.has(token?.lower ?? "") && !/(?:ing|ed|said|told|wrote)$/u.test(token?.lower ?? "");
  if (
    before.kind === "word" &&
    (DETERMINERS.has(before.lower) || POSSESSIVES.has(before.lower) || /^[’']s?$/u.test(before.text))
  ) {
    return (
      !/^(?:that|this|all|both|each|many|some|other|others|most|one|another|few|several|two|three|it)$/u.test(
        before.lower,
      ) ||
      (NOUN_LIKE.has(token.lower) && before.lower !== "that") ||
      (/^(?:one|another|each|every)$/u.test(before.lower) && isBareForm(token.lower))
    );
  }
  if (isBareForm(token.lower) && !takesBareVerb(before)) return true;
  if (isBareForm(token.lower) && before.lower === "to") return false;
  // "was, state media said,": the first of two nouns.
  if (before.kind === "punct" && isBareForm(token.lower) && cueVerb(tokens[at + 2]?.lower ?? "")) {
    const next = tokens[at + 1];
    if (next?.kind === "word" && !next.cap && NOUN_LIKE.has(token.lower) && !cueVerb(next.lower)) return true;
  }
  if (!NOUN_LIKE.has(token.lower)) return false;
  if (before.kind === "word" && !before.cap && TAKES_THING.test(before.lower)) return true;
  if (/s$/u.test(token.lower) && !before.cap && /[^s]s$/u.test(before.lower) && before.kind === "word")
    return true;
  if (PREPOSITIONS.has(before.lower)) return true;
  const next = tokens[at + 1];
  return (
    (next?.lower === "of" && !/^(?:speak|warn|complain)/u.test(token.lower)) ||
    (before.kind === "word" &&
      /(?:al|ive|ous|ful|ent|ary|ble|ic|new|own|recent|other)$/u.test(before.lower) &&
      !before.cap)
  );
}

/** "taking orders", "made claims": what follows is the thing, no verb. */
const TAKES_THING =
  /^(?:tak|mak|giv|hav|get|receiv|issu|follow|rais|fac|answer|read|send|carry|sign|cast|us|finish|stopp|start|keep)(?:e|es|ing|ed|s)?$|^(?:took|made|gave|had|got|sent|without|no|new)$/u;

function isBareForm(lower: string): boolean {
  return cueVerb(lower)?.verb === lower && !/^(?:read|put|cast|broadcast)$/u.test(lower);
}

/** A verb without an ending follows a plural, "to", a helping verb or "I", "we", "you", "they", "and". */
function takesBareVerb(before: Token): boolean {
  if (before.kind !== "word") return true;
  const { lower } = before;
  if (AUXILIARIES.has(lower) || isAdverb(before)) return true;
  return (
    /^(?:to|i|we|you|they|who|that|which|and|or|but|people|police|not|others|some|many|most|few|men|women|both)$/u.test(
      lower,
    ) || /s$/u.test(lower)
  );
}

function isPassive(page: Page, at: number, sentence: Sentence): boolean {
  const { tokens } = page.reading;
  const token = tokens[at];
  if (!token || /ing$/u.test(token.lower)) return false;
  let before = at - 1;
  while (before >= sentence.first && isAdverb(tokens[before])) before -= 1;
  if (before >= sentence.first && BE.test(tokens[before]?.lower ?? ""))
    return /(?:ed|en|old|ead|id|own|ritten|nown)$/u.test(token.lower);
  const next = tokens[at + 1];
  const verb = cueVerb(token.lower);
  if (verb?.strength !== "naming" && !/^(?:title|know)/u.test(verb?.verb ?? "")) return false;
  if (COORDINATION.test(tokens[before]?.lower ?? "")) return false;
  if (!/(?:ed|nown|cast)$/u.test(token.lower)) return false;
  if (next?.kind === "quote" && tokens[before]?.kind !== "quote")
    return !asksWhat(page, before, sentence) && !callsItself(page, before, sentence);
  return (
    (next?.lower === "as" || next?.lower === "by") &&
    !asksWhat(page, before, sentence) &&
    !callsItself(page, before, sentence) &&
    !/^(?:has|have|had|he|she|they|it|who)$/u.test(tokens[before]?.lower ?? "") &&
    (tokens[before]?.kind !== "punct" || next.lower === "by")
  );
}

/** "something the ministry called “untrue”" has a speaker, "a film called “Dust”" has none. */
function callsItself(page: Page, subjectEnd: number, sentence: Sentence): boolean {
  const { tokens } = page.reading;
  if (/^(?:he|she|they|it|who|has|have|had)$/u.test(tokens[subjectEnd]?.lower ?? "")) return true;
  const subject = phraseEndingAt(page, subjectEnd, sentence.first);
  if (subject?.kind === "name") return subject.mention?.kind !== "place";
  if (subject?.kind === "role")
    return /^(?:the|his|her|their|its)$/u.test(tokens[subject.first]?.lower ?? "");
  return subject?.kind === "group" && !/^(?:a|an)$/u.test(tokens[subject.first]?.lower ?? "");
}

/** "what he called “a betrayal”": the object stands in front. */
function asksWhat(page: Page, subjectEnd: number, sentence: Sentence): boolean {
  const subject = phraseEndingAt(page, subjectEnd, sentence.first);
  const before = subject ? page.reading.tokens[subject.first - 1] : undefined;
  return /^(?:what|which|whom|that|whatever|as|how)$/u.test(before?.lower ?? "");
}

function agents(page: Page, at: number, sentence: Sentence): Cue["subjects"] {
  const { tokens } = page.reading;
  for (let by = at + 1; by <= Math.min(sentence.last, at + 4); by += 1) {
    if (tokens[by]?.lower !== "by") continue;
    const phrase = phraseStartingAt(page, by + 1, sentence.last);
    return phrase ? [{ phrase, bond: "agent" }] : [];
  }
  return [];
}

function subjectsOf(page: Page, at: number, sentence: Sentence): Cue["subjects"] {
  const { tokens } = page.reading;
  let before = at - 1;
  let infinitive = false;
  for (; before >= sentence.first; before -= 1) {
    const token = tokens[before];
    if (token?.lower === "to") infinitive = true;
    else if (!isAdverb(token) && !AUXILIARIES.has(token?.lower ?? "")) break;
  }
  const token = before >= sentence.first ? tokens[before] : undefined;
  const participle =
    /ing$/u.test(tokens[at]?.lower ?? "") &&
    !(tokens[at - 1] && AUXILIARIES.has(tokens[at - 1]?.lower ?? ""));
  if (infinitive)
    return (
      urgedToSpeak(page, at, sentence) ??
      usedToSpeak(page, at, sentence) ??
      fromMain(page, at, sentence, "infinitive")
    );
  if (!token) return ahead(page, at, sentence);
  if (
    token.kind === "quote" ||
    (token.kind === "punct" && tokens[before - 1]?.kind === "quote" && before > sentence.first)
  ) {
    const inverted = participle ? null : phraseStartingAt(page, skipAdverbs(page, at + 1), sentence.last);
    const object = tokens[sentence.first]?.kind !== "quote" && TAKES_OBJECT.test(tokens[at]?.lower ?? "");
    if (inverted && object) {
      const main = mainSubject(page, sentence, sentence.first, before - 1);
      if (main) return [{ phrase: main, bond: "shared" }];
    }
    if (inverted) return [{ phrase: inverted, bond: "inverted" }];
    return fromMain(page, at, sentence, participle ? "participle" : "shared");
  }
  if (token.lower === "who" || token.lower === "which" || token.lower === "that")
    return relative(page, before, sentence, at);
  if (COORDINATION.test(token.lower)) {
    const own = fromOwnClause(page, at, sentence);
    return own ? [{ phrase: own, bond: "shared" }] : fromMain(page, at, sentence, "shared");
  }
  if (token.kind === "punct" && !/^[)\]]$/u.test(token.text)) {
    if (!participle) return afterMark(page, at, before, sentence);
    const doer = heardOf(page, at, sentence);
    return doer ? [{ phrase: doer, bond: "participle" }] : fromMain(page, at, sentence, "participle");
  }
  const beside = phraseEndingAt(page, before, sentence.first);
  if (participle) {
    const main = fromMain(page, at, sentence, "participle");
    const speaks = beside && (main.length === 0 || speaksWhile(tokens, beside));
    return speaks ? [{ phrase: beside, bond: "beside" }, ...main] : main;
  }
  return beside ? withPhrase(page, at, beside, sentence) : fromMain(page, at, sentence, "shared");
}

const URGES =
  /^(?:prompt|led|lead|caus|forc|allow|enabl|inspir|mov|push|encourag|want|expect|hear|driv|drove|spurr|provok|tempt|permit)(?:ed|ing|s|e|es)?$/u;

/** "prompting the mayor to accuse them of": whoever is brought to speak. */
function urgedToSpeak(page: Page, at: number, sentence: Sentence): Cue["subjects"] | null {
  const { tokens } = page.reading;
  let to = at - 1;
  while (to > sentence.first && tokens[to]?.lower !== "to") to -= 1;
  const whom = phraseEndingAt(page, to - 1, sentence.first);
  const verb = whom ? tokens[whom.first - 1] : undefined;
  return whom && verb && URGES.test(verb.lower) ? [{ phrase: whom, bond: "beside" }] : null;
}

const USED =
  /^(?:lik|lov|us|want|continu|tri|need|seem|appear|decid|refus|rush|declin|plan|hop|threaten|vow|pledg|promis|ask|prefer|happen)(?:e|es|ed|s|ies|ing)?$|^(?:had|has|have|went|goes|going|on|began|begins|chose|chooses|quick|able)$/u;

/** "as he once liked to say", "she went on to add": the subject stands before the first of the two verbs. */
function usedToSpeak(page: Page, at: number, sentence: Sentence): Cue["subjects"] | null {
  const { tokens } = page.reading;
  let before = at - 1;
  while (before > sentence.first && tokens[before]?.lower !== "to") before -= 1;
  before -= 1;
  if (!USED.test(tokens[before]?.lower ?? "")) return null;
  if (tokens[before]?.lower === "on") before -= 1;
  do before -= 1;
  while (
    before > sentence.first &&
    (isAdverb(tokens[before]) || AUXILIARIES.has(tokens[before]?.lower ?? ""))
  );
  if (tokens[before]?.lower === "who") return relative(page, before, sentence, at);
  const phrase = before >= sentence.first ? phraseEndingAt(page, before, sentence.first) : null;
  const lead = phrase ? (tokens[phrase.first - 1]?.lower ?? "") : "";
  return phrase && (lead === "as" || !isLedIn(page, phrase, sentence)) ? [{ phrase, bond: "beside" }] : null;
}

/** The verb stands behind a comma or a dash: "Partly, says Vance," or at the end of an apposition. */
function afterMark(page: Page, at: number, mark: number, sentence: Sentence): Cue["subjects"] {
  const { tokens } = page.reading;
  const isSaying = /^(?:said|says|wrote|writes|added|adds|asked|argued|argues|explained|explains)$/u.test(
    tokens[at]?.lower ?? "",
  );
  if (isSaying && tokens[mark]?.text === ",") {
    const after = phraseStartingAt(page, skipAdverbs(page, at + 1), sentence.last);
    const governs = tokens[at + 1]?.lower === "that" || (after && isVerbLike(tokens[after.last + 1]));
    if (after?.kind === "name" && after.mention?.kind === "person" && !governs)
      return [{ phrase: after, bond: "inverted" }];
  }
  const found = apposition(page, mark, sentence);
  return found.length > 0 ? found : fromMain(page, at, sentence, "shared");
}

/** The phrase right before the verb is its subject, unless a small word leads it in: "told aides in Ohio said". */
function withPhrase(page: Page, at: number, beside: Phrase, sentence: Sentence): Cue["subjects"] {
  const lead = page.reading.tokens[beside.first - 1]?.lower ?? "";
  const opensClause = /^(?:after|before|since|until|as|than|like)$/u.test(lead);
  const named = beside.kind === "name" || beside.kind === "pronoun";
  const somewhere = beside.mention?.kind === "place";
  if (!opensClause && (!named || somewhere) && isLedIn(page, beside, sentence)) {
    const main = fromMain(page, at, sentence, "shared");
    return main.length > 0 ? main : [{ phrase: beside, bond: "beside" }];
  }
  const others = beside.kind === "noun" ? fromMain(page, at, sentence, "shared") : [];
  return [{ phrase: beside, bond: "beside" }, ...others];
}

/** "with Boswell stating", "shows the officer shouting", "a message reading": the phrase beside it speaks. */
function speaksWhile(tokens: readonly Token[], beside: Phrase): boolean {
  if (beside.kind === "document" || tokens[beside.first - 1]?.text === ",") return true;
  return /^(?:with|shows|showed|showing|hear|heard|hears|saw|see|seen|caught|captured|records|recorded|filmed|remember|remembers|remembered|recall|recalls|recalled|quoted|quotes|had|has)$/u.test(
    tokens[beside.first - 1]?.lower ?? "",
  );
}

function relative(page: Page, who: number, sentence: Sentence, at: number): Cue["subjects"] {
  const { tokens } = page.reading;
  // "my father, who worked there and who used to say": the second clause hangs on whoever the first does.
  if (COORDINATION.test(tokens[who - 1]?.lower ?? "")) {
    let first = who - 2;
    while (first > sentence.first && tokens[first]?.lower !== "who") first -= 1;
    if (tokens[first]?.lower === "who") return relative(page, first, sentence, at);
  }
  const end = tokens[who - 1]?.text === "," ? who - 2 : who - 1;
  const person =
    tokens[who]?.lower === "who" ? page.names.mentions[page.names.mentionOf[end] ?? -1] : undefined;
  const inBody =
    person && /^(?:the|of|for|at|with|from)$/u.test(tokens[person.from - 1]?.lower ?? "")
      ? phraseEndingAt(page, end, sentence.first)
      : null;
  const bearer = inBody?.kind === "role" ? roleBefore(page, inBody, sentence) : null;
  if (bearer) return [{ phrase: bearer, bond: "relative" }];
  if (person?.kind === "person") {
    const { from: first, last } = person;
    return [
      { phrase: { first, last, edge: first, head: last, kind: "name", mention: person }, bond: "relative" },
    ];
  }
  const place = page.names.mentions[page.names.mentionOf[end] ?? -1];
  const further =
    tokens[who]?.lower === "who" && place && isSomewhere(page, end, place.kind, place.from)
      ? personBefore(page, end, sentence)
      : null;
  const phrase = further ?? phraseEndingAt(page, end, sentence.first);
  const aside = phrase ? beforeAside(page, phrase, sentence) : null;
  if (aside) return [{ phrase: aside, bond: "relative" }];
  if (phrase && phrase.kind !== "pronoun") {
    const { tokens: all } = page.reading;
    const lead = roleBefore(page, phrase, sentence);
    return [{ phrase: lead ?? phrase, bond: all[who]?.lower === "who" ? "relative" : "shared" }];
  }
  return fromMain(page, at, sentence, "shared");
}

/** "Simon Keogh, for the manufacturer, who said": the name stands before what is set off by a small word. */
function beforeAside(page: Page, phrase: Phrase, sentence: Sentence): Phrase | null {
  const { tokens } = page.reading;
  const small = phrase.first - 1;
  if (phrase.mention?.kind === "person" || tokens[small - 1]?.text !== ",") return null;
  if (!PREPOSITIONS.has(tokens[small]?.lower ?? "")) return null;
  const name = phraseEndingAt(page, small - 2, sentence.first);
  return name?.kind === "name" && name.mention?.kind === "person" ? name : null;
}

function isSomewhere(page: Page, end: number, kind: string, from: number): boolean {
  if (kind === "place") return true;
  const { tokens } = page.reading;
  return (
    kind !== "person" && /^(?:in|at|near|from|outside)$/u.test(tokens[from - 1]?.lower ?? "") && end >= from
  );
}

/** "the retired Marine I met in Scranton, who told me": a place says nothing, so whoever stands before it does. */
function personBefore(page: Page, end: number, sentence: Sentence): Phrase | null {
  for (let at = end - 1; at >= Math.max(sentence.first, end - 10); at -= 1) {
    const mention = page.names.mentions[page.names.mentionOf[at] ?? -1];
    const phrase = phraseEndingAt(page, at, sentence.first);
    if (!phrase || phrase.last !== at) continue;
    if (mention?.kind === "person" && phrase.kind !== "role")
      return {
        first: mention.first,
        last: mention.last,
        edge: mention.from,
        head: mention.last,
        kind: "name",
        mention,
      };
    if (phrase.kind === "role" || phrase.kind === "group") return phrase;
  }
  return null;
}

/** In "X, a former engineer who said", the one who speaks is X. */
function roleBefore(page: Page, phrase: Phrase, sentence: Sentence): Phrase | null {
  const { tokens } = page.reading;
  if (phrase.kind !== "role" || tokens[phrase.first - 1]?.text !== ",") return null;
  const name = phraseEndingAt(page, phrase.first - 2, sentence.first);
  return name?.kind === "name" ? name : null;
}

/** The verb stands after a comma: a name set off by commas, or the name the apposition hangs on. */
function apposition(page: Page, comma: number, sentence: Sentence): Cue["subjects"] {
  const { tokens } = page.reading;
  const ends: number[] = [];
  for (let at = comma; at >= sentence.first; at -= 1) {
    const token = tokens[at];
    if (token?.kind === "quote" || /^[;:]$/u.test(token?.text ?? "")) break;
    if (/^[)\]]$/u.test(token?.text ?? "")) {
      while (at > sentence.first && !/^[([]$/u.test(tokens[at]?.text ?? "")) at -= 1;
      continue;
    }
    if (/^[,–—]$/u.test(token?.text ?? "")) ends.push(at - 1);
  }
  const inner = ends[0] === undefined ? null : phraseEndingAt(page, ends[0], sentence.first);
  if (
    inner?.kind === "name" &&
    inner.mention &&
    ends[1] !== undefined &&
    fillsApposition(page, ends[1] + 2, inner)
  ) {
    const outer = phraseEndingAt(page, ends[1], sentence.first);
    const further = outer && outer.kind !== "name" ? hangsOn(page, outer, sentence) : null;
    if (further)
      return [
        { phrase: further, bond: "apposition" },
        { phrase: inner, bond: "shared" },
      ];
    if (outer?.kind === "name" && outer.mention?.kind !== "person" && inner.mention.kind === "person")
      return [{ phrase: inner, bond: "apposition" }];
    const fitting =
      inner.mention.kind === "person"
        ? outer?.kind !== "pronoun"
        : outer?.kind === "role" || outer?.kind === "group";
    if (outer?.kind === "role" && inner.mention.kind !== "person" && outer.last > outer.head)
      return [{ phrase: outer, bond: "apposition" }];
    if (outer && outer.kind !== "name" && fitting) {
      return [{ phrase: { ...inner, edge: outer.edge }, bond: "apposition" }];
    }
    if (outer?.kind === "name" && inner.mention.kind !== "person")
      return [{ phrase: outer, bond: "apposition" }];
    if (outer)
      return [
        { phrase: outer, bond: "apposition" },
        { phrase: inner, bond: "shared" },
      ];
    return [{ phrase: inner, bond: "apposition" }];
  }
  const found: Cue["subjects"] = [];
  for (const end of ends.slice(1)) {
    const phrase = phraseEndingAt(page, end, sentence.first);
    if (!phrase || phrase.kind === "noun" || isLedIn(page, phrase, sentence)) continue;
    if (phrase.kind !== "name" && !opensClause(page, phrase, sentence)) continue;
    const bond: Bond = "apposition";
    if (phrase.kind === "name") found.unshift({ phrase, bond });
    else found.push({ phrase, bond });
  }
  return found.slice(0, 3);
}

/** "John Lechner, chief executive of the company, Elan, said": the role itself hangs on a name before it. */
function hangsOn(page: Page, role: Phrase, sentence: Sentence): Phrase | null {
  const { tokens } = page.reading;
  if (role.kind !== "role" || tokens[role.edge - 1]?.text !== "," || role.edge - 2 < sentence.first)
    return null;
  const name = phraseEndingAt(page, role.edge - 2, sentence.first);
  if (name?.kind !== "name" || name.mention?.kind !== "person") return null;
  return opensClause(page, { ...name, first: name.edge }, sentence) ? name : null;
}

/** Between the commas stands nothing but the name, or a role and the name: "the drummer Buddy Tully". */
function fillsApposition(page: Page, from: number, inner: Phrase): boolean {
  const { tokens } = page.reading;
  const { mention } = inner;
  if (!mention || mention.from < from) return false;
  const before = page.names.mentions[page.names.mentionOf[from - 2] ?? -1];
  if (mention.kind !== "person" && (before?.kind === "organisation" || before?.kind === "place"))
    return false;
  if (mention.kind === "place" || (mention.kind !== "person" && mention.from !== from)) return false;
  return tokens
    .slice(from, mention.from)
    .every(
      (token) =>
        token.kind === "word" &&
        (!isVerbLike(token) || isBareForm(token.lower)) &&
        !PREPOSITIONS.has(token.lower),
    );
}

/** The phrase comes first in its clause: "which represents 1,100 teachers" offers no subject. */
function opensClause(page: Page, phrase: Phrase, sentence: Sentence): boolean {
  const before = phrase.first > sentence.first ? page.reading.tokens[phrase.first - 1] : undefined;
  return (
    before?.kind !== "word" ||
    COORDINATION.test(before.lower) ||
    /^(?:that|while|as|when|though|although)$/u.test(before.lower)
  );
}

/** "In Ohio, …", "After the debate, …": a phrase that a small word leads in is no subject. */
function isLedIn(page: Page, phrase: Phrase, sentence: Sentence): boolean {
  const before = phrase.first > sentence.first ? page.reading.tokens[phrase.first - 1] : undefined;
  return before !== undefined && PREPOSITIONS.has(before.lower);
}

/** "It ended when an aide stepped in and said": the clause that a small word opens has a subject of its own. */
function fromOwnClause(page: Page, at: number, sentence: Sentence): Phrase | null {
  const { tokens } = page.reading;
  for (let open = at - 2; open > sentence.first; open -= 1) {
    const token = tokens[open];
    if (token?.kind === "quote" || token?.kind === "punct") return null;
    if (!/^(?:when|while|after|before|because|until|although|though|whereupon)$/u.test(token?.lower ?? ""))
      continue;
    const subject = phraseStartingAt(page, open + 1, at - 1);
    if (!subject || !isVerbLike(tokens[skipAdverbs(page, subject.last + 1)])) return null;
    const main = subject.kind === "pronoun" ? mainSubject(page, sentence, sentence.first, open - 1) : null;
    return main?.kind === "name" || main?.kind === "role" ? main : subject;
  }
  return null;
}

/** "The court heard that Pope made transfers, labelling them": who hears does nothing; the other one does. */
function heardOf(page: Page, at: number, sentence: Sentence): Phrase | null {
  const { tokens } = page.reading;
  for (let that = sentence.first + 1; that < at; that += 1) {
    if (
      tokens[that]?.lower !== "that" ||
      !/^(?:heard|hears|learned|learnt|told)$/u.test(tokens[that - 1]?.lower ?? "")
    )
      continue;
    if (tokens[that - 1]?.lower === "told" && !BE.test(tokens[that - 2]?.lower ?? "")) continue;
    return mainSubject(page, sentence, that + 1, at - 1);
  }
  return null;
}

function fromMain(page: Page, at: number, sentence: Sentence, bond: Bond): Cue["subjects"] {
  const main = mainSubject(page, sentence, sentence.first, at - 1);
  return main ? [{ phrase: main, bond }] : ahead(page, at, sentence);
}

/** "Calling it “reckless,” Clinton vowed": the subject comes later. */
function ahead(page: Page, at: number, sentence: Sentence): Cue["subjects"] {
  const main = mainSubject(page, sentence, at + 1, sentence.last);
  return main ? [{ phrase: main, bond: "ahead" }] : [];
}
