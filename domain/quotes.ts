/** The words of the trade for a quote and its source: kinds, ground rules, the ladder of verification. */
export const sourceKinds = [
  "person",
  "organisation",
  "document",
  "dataset",
  "broadcast",
  "account",
  "publication",
] as const;
export type SourceKind = (typeof sourceKinds)[number];
export const sourceKindNames: Record<SourceKind, string> = {
  person: "Person",
  organisation: "Organisation",
  document: "Document",
  dataset: "Dataset",
  broadcast: "Broadcast",
  account: "Social account",
  publication: "Other publication",
};

export const occasionKinds = [
  "interview",
  "press_conference",
  "statement",
  "broadcast",
  "document",
  "post",
  "earlier_report",
] as const;
export type OccasionKind = (typeof occasionKinds)[number];
export const occasionKindNames: Record<OccasionKind, string> = {
  interview: "Interview",
  press_conference: "Press conference",
  statement: "Statement",
  broadcast: "Broadcast",
  document: "Document",
  post: "Post",
  earlier_report: "Earlier report",
};

export const channels = ["in_person", "phone", "video", "email", "message", "writing"] as const;
export type Channel = (typeof channels)[number];
export const channelNames: Record<Channel, string> = {
  in_person: "in person",
  phone: "by phone",
  video: "by video call",
  email: "by email",
  message: "by message",
  writing: "in writing",
};

/** From the freest to the strictest. A quote may be stricter than its occasion, never freer. */
export const groundRules = ["on_record", "background", "deep_background", "off_record"] as const;
export type GroundRule = (typeof groundRules)[number];
export const groundRuleNames: Record<GroundRule, string> = {
  on_record: "On the record",
  background: "Background",
  deep_background: "Deep background",
  off_record: "Off the record",
};
export const groundRuleMeanings: Record<GroundRule, string> = {
  on_record: "May be quoted, by name.",
  background: "May be quoted, but not by name: with a description agreed with the source.",
  deep_background: "May inform the story, without any attribution.",
  off_record: "Not for publication in any form.",
};

/** The stricter of two ground rules. */
export const stricter = (one: GroundRule, other: GroundRule): GroundRule =>
  groundRules.indexOf(one) >= groundRules.indexOf(other) ? one : other;

/** Whether `narrow` is as strict as `wide`, or stricter. */
export const isWithin = (narrow: GroundRule, wide: GroundRule): boolean =>
  groundRules.indexOf(narrow) >= groundRules.indexOf(wide);

export const evidenceKinds = ["recording", "notes", "document", "link"] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];
export const evidenceKindNames: Record<EvidenceKind, string> = {
  recording: "Recording",
  notes: "Notes",
  document: "Document",
  link: "Link",
};

/** Each step stands on the one before it. */
export const verifications = ["noted", "evidenced", "checked", "confirmed"] as const;
export type Verification = (typeof verifications)[number];
export const verificationNames: Record<Verification, string> = {
  noted: "Noted",
  evidenced: "Evidence on file",
  checked: "Checked",
  confirmed: "Confirmed with the source",
};

/** A quote counts as verified once a second person has held it against its evidence. */
export const isVerified = (verification: Verification): boolean =>
  verification === "checked" || verification === "confirmed";

/** Whether a quote's words still stand. Disputed: somebody says that they were not said so. Retracted: they were not. */
export const quoteStates = ["stands", "disputed", "retracted"] as const;
export type StateOfQuote = (typeof quoteStates)[number];
export const quoteStateNames: Record<StateOfQuote, string> = {
  stands: "Stands",
  disputed: "Disputed",
  retracted: "Retracted",
};

/** Whether any story shows a quote: in its text, whatever its stage, or as readers have it. */
export const quoteUses = ["used", "unused"] as const;
export type UseOfQuote = (typeof quoteUses)[number];
export const quoteUseNames: Record<UseOfQuote, string> = { used: "In a story", unused: "In no story yet" };

/** How a correction task ended: by a correction, by the quote standing after all, or by a reason for doing nothing. */
export const taskEndings = ["corrected", "stands", "no_correction"] as const;
export type TaskEnding = (typeof taskEndings)[number];

/** How the words shown in a story compare with the record. */
export const standings = ["verbatim", "permitted", "altered"] as const;
export type Standing = (typeof standings)[number];

/** 272 as "04:32", 3,754 as "1:02:34". Seconds into a recording. */
export function timeCode(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (value: number) => String(value).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const rest = `${two(Math.floor((whole % 3600) / 60))}:${two(whole % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** "04:32" or "1:02:34" as seconds; null for anything else. */
export function secondsOf(code: string): number | null {
  const match = /^(?:(\d{1,2}):)?(\d{1,2}):([0-5]\d)$/.exec(code.trim());
  if (!match) return null;
  return Number(match[1] ?? 0) * 3600 + Number(match[2]) * 60 + Number(match[3]);
}
