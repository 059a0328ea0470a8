import type { ReplyTyped } from "./reply";

/** Whose replies are read by a moderator before readers see them. */
export const replyHolds = ["all", "first", "none"] as const;
export type ReplyHold = (typeof replyHolds)[number];
export const replyHoldNames: Record<ReplyHold, string> = {
  all: "Every reply waits for a moderator",
  first: "Somebody’s first reply waits, later ones are shown at once",
  none: "Replies are shown at once",
};

/** How a newsroom treats replies. */
export type ReplyRules = {
  /** Whether stories take replies at all. */
  readonly taken: boolean;
  readonly hold: ReplyHold;
  /** A reply with a link waits, whoever wrote it. */
  readonly holdLinks: boolean;
  /** A reply with one of these words waits. A word that ends in * stands for all that begin so. */
  readonly holdWords: readonly string[];
  /** For so many days after its publication a story takes replies; null: for ever. */
  readonly openDays: number | null;
};

export const defaultReplyRules: ReplyRules = {
  taken: true,
  hold: "all",
  holdLinks: true,
  holdWords: [],
  openDays: 30,
};

export const replyRuleLimits = { words: 500, word: 60, openDays: { least: 1, most: 3_650 } } as const;

export const holdReasons = ["all", "first", "links", "words", "quick", "banned"] as const;
export type HoldReason = (typeof holdReasons)[number];
/** Why a reply waits, as a moderator reads it. */
export const holdReasonNames: Record<HoldReason, string> = {
  all: "All replies wait",
  first: "First reply from this sender",
  links: "Has a link",
  words: "Has a listed word",
  quick: "Sent within seconds",
  banned: "From a banned sender",
};

/** What is known of the sender of a reply. */
export type SenderFacts = {
  readonly isBanned: boolean;
  /** Whether a reply by the same name and email has been shown before. */
  readonly isKnown: boolean;
  /** Milliseconds from the first key to the sending, where the browser told. */
  readonly took: number | null;
};

const quickest = 3_000;

/** Whether readers see a reply at once, and if not, every reason why a moderator looks first. A banned sender's is
 * refused, and they learn nothing of it. */
export function decideHolding(
  reply: ReplyTyped,
  rules: ReplyRules,
  sender: SenderFacts,
): { readonly state: "shown" | "held" | "refused"; readonly because: readonly HoldReason[] } {
  if (sender.isBanned) return { state: "refused", because: ["banned"] };
  const reasons: (HoldReason | false)[] = [
    rules.hold === "all" && "all",
    rules.hold === "first" && !sender.isKnown && "first",
    rules.holdLinks && hasLink(`${reply.text} ${reply.name}`) && "links",
    hasListedWord(`${reply.text} ${reply.name}`, rules.holdWords) && "words",
    sender.took !== null && sender.took < quickest && "quick",
  ];
  const because = reasons.filter((reason) => reason !== false);
  return { state: because.length === 0 ? "shown" : "held", because };
}

/** Addresses as people write them, with or without the scheme. */
const hasLink = (text: string): boolean =>
  /(?:https?:\/\/|www\.)\S|\b[\p{L}\p{N}-]+\.(?:com|net|org|info|biz|io|co|ru|cn|top|xyz|site|online|shop|link|click)\b/iu.test(
    text,
  );

/** Whole words in any script, without regard to case and to how letters are composed. */
function hasListedWord(text: string, listed: readonly string[]): boolean {
  const plain = ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
  return listed.some((entry) => {
    const isStart = entry.trim().endsWith("*");
    const word = fold(entry)
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
    return word !== "" && plain.includes(isStart ? ` ${word}` : ` ${word} `);
  });
}

const fold = (text: string): string => text.normalize("NFKC").toLowerCase();

/** The words that an admin typed, one a line or parted by commas, each once. */
export const wordsIn = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[\n,;]+/)
      .map((word) => word.trim())
      .filter(Boolean),
  ),
];

const day = 86_400_000;

/** Until when a story takes replies: null for ever, and not at all where the newsroom or its editor says so. */
export function repliesOpen(
  rules: ReplyRules,
  story: { readonly publishedAt: Date; readonly withoutReplies: boolean },
  now: Date,
): boolean {
  if (!rules.taken || story.withoutReplies) return false;
  return rules.openDays === null || now.getTime() < story.publishedAt.getTime() + rules.openDays * day;
}

/** How many replies one machine, and one email, may send. In any stretch of time as long as `window` (milliseconds). */
export const sendingLimits = [
  { most: 1, window: 10_000 },
  { most: 6, window: 15 * 60_000 },
  { most: 30, window: day },
] as const;

/** In how many milliseconds another attempt may be made; 0: now. `at` are the attempts so far, in any order. */
export function waitForNext(
  at: readonly Date[],
  now: Date,
  limits: readonly { readonly most: number; readonly window: number }[] = sendingLimits,
): number {
  const waits = limits.map(({ most, window }) => {
    const leaving = at
      .map((each) => each.getTime() + window - now.getTime())
      .filter((left) => left > 0)
      .sort((a, b) => a - b);
    return leaving[leaving.length - most] ?? 0;
  });
  return Math.max(0, ...waits);
}

const webAddress = /\bhttps?:\/\/[^\s<>"'`{}|\\^]+/giu;
const webOrMailAddress = /\bhttps?:\/\/[^\s<>"'`{}|\\^]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu;

/** A text in pieces, with what is an address of the web set apart; with `mail`, an email too. Nothing but http and https
 * is one, and an address never takes in the sign that ends a sentence. */
export function linkedPieces(
  text: string,
  { mail = false } = {},
): readonly { readonly text: string; readonly href?: string }[] {
  const pieces: { text: string; href?: string }[] = [];
  let from = 0;
  for (const match of text.matchAll(mail ? webOrMailAddress : webAddress)) {
    const address = match[0].replace(/[.,;:!?…)\]]+$/u, "");
    const href = /^https?:/i.test(address) ? address : `mailto:${address}`;
    if (!URL.canParse(href)) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
    pieces.push({ text: address, href: new URL(href).href });
    from = match.index + address.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}
