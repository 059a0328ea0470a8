/** What the trail of a story says, in a few words each. A kind that is not here is shown by its own name. */
const words: Record<string, string> = {
  created: "Begun",
  send: "Sent for review",
  send_back: "Sent back",
  approve: "Approved",
  schedule: "Scheduled",
  unschedule: "Taken off the schedule",
  publish: "Published",
  fire: "Published on schedule",
  correct: "Corrected",
  withdraw: "Withdrawn",
  put_back: "Put back",
  edit: "Changed after publication",
  lapsed: "Approval lapsed",
  missed: "Not published on schedule",
  assigned: "Assigned",
  embargo: "Embargo",
  for_readers: "Set for readers",
  commented: "Commented on",
  overrode: "A check set aside",
  attested: "An editor knows the source",
};

/** What happened, in a word or two. */
export const eventName = (kind: string): string => words[kind] ?? kind.replaceAll("_", " ");

/** Moves that are about one text of the story, and stay findable by it. */
export const movesOfText = [
  "send",
  "send_back",
  "approve",
  "schedule",
  "publish",
  "fire",
  "correct",
  "lapsed",
] as const;

/** "Sent back, revision 18: the second quote has no source". Times in notes are left to those pages that know the zone. */
export function eventInWords({
  kind,
  revision,
  note,
}: {
  kind: string;
  revision: number;
  note: string;
}): string {
  const what = eventName(kind);
  const why = note && !/^\d{4}-\d{2}-\d{2}T/.test(note) ? `: ${note}` : "";
  return `${what}, revision ${revision}${why}`;
}
