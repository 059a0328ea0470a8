/** What speaks for a candidate; each is 1 when it holds, or a number where it is counted. */
export type Feature = keyof typeof WEIGHTS;
export type Features = Partial<Record<Feature, number>>;

/**
 * How much each feature is worth. Set by hand from how news is written and kept small enough to read: to change
 * how the finder judges, change a number here and run `npm run bench:quotes`.
 */
export const WEIGHTS = {
  // Where the verb stands to the quotation
  verbRightAfter: 5,
  verbAfterOtherPiece: 4.2,
  verbLaterInSentence: 1.6,
  verbRightBefore: 4.6,
  verbBefore: 3.4,
  perWordBetween: -0.09,
  colonBetween: 0.8,
  noStop: -1.8,
  otherCueBetween: -1.3,
  otherPieceBetween: -0.5,
  clauseBreakBetween: -1.2,
  // What verb it is
  strong: 0.6,
  naming: 0.3,
  weak: -0.7,
  passive: -4,
  underStrongVerb: -1.6,
  closesSentence: 2.2,
  underClosing: -2,
  // How its subject was found
  beside: 0.5,
  inverted: 0.6,
  apposition: 0.3,
  relative: 0,
  shared: 0,
  participle: 0.1,
  infinitive: -0.5,
  ahead: -0.3,
  agent: 0.2,
  secondChoice: -0.8,
  // What the subject is
  person: 0.7,
  known: 1.2,
  pronoun: 0.6,
  role: 0.5,
  group: 0.4,
  organisation: 0.2,
  document: 0.1,
  noun: -0.9,
  place: -1.2,
  unresolved: -1.5,
  // Without a verb of its own
  accordingTo: 4.8,
  secondHand: -3.2,
  presentedAfter: 5,
  saidThing: 4.4,
  signedWithDash: 5.5,
  scriptLabel: 6,
  openFromBefore: 7,
  ledInByColon: 4,
  restOfUtterance: 3.3,
  sentenceBefore: 2.2,
  cueInSentenceBefore: 0.9,
  lastSpeaker: 1.9,
  lastSpeakerNear: 0.9,
  sentenceAfter: 1.4,
  takesTurns: 3.3,
  paragraphBefore: 1.3,
  namedInQuotation: -1.3,
  passiveSubject: -1.5,
  sentenceSubject: 1.5,
  wholeSentence: 0.4,
  fragment: -0.6,
  sameAsSentenceBefore: 0.5,
} as const;

/** The sum of a candidate's features by their weights. */
export function scoreOf(features: Features): number {
  let sum = 0;
  for (const [name, value] of Object.entries(features)) sum += (WEIGHTS[name as Feature] ?? 0) * value;
  return sum;
}

/** How sure the best of several is, 0 to 1: by its own score, by its lead, and by how sure its pronoun is. */
export function confidenceOf(best: number, next: number, sure: number): number {
  const own = 1 / (1 + Math.exp(-(best - 2.2)));
  const lead = 1 / (1 + Math.exp(-(best - next + 0.6) * 1.1));
  return Math.round(1000 * Math.min(0.99, own * (0.35 + 0.65 * lead) * sure)) / 1000;
}
