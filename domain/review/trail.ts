import { checkNames } from "../checks/names";
import { nearMoment } from "../desk-times";
import { type Refusal, refusalWords } from "../refusal";
import { replyOutcomeNames, replyOutcomes, unnamedUseNames, unnamedUses } from "../sourcing";

/** One line of a story's trail, as the database keeps it. `by` is empty when the clock did it. */
export type TrailEvent = {
  readonly kind: string;
  readonly by: string | null;
  readonly revision: number;
  readonly note: string;
};

type Say = (event: TrailEvent, now: Date, zone: string) => string;

const withNote = (words: string, note: string) => (note ? `${words}: “${note}”` : words);

const sayings: Record<string, Say> = {
  created: () => "began the story",
  edit: (event) => `began to change it again after revision ${event.revision}`,
  send: (event) => withNote(`sent revision ${event.revision} for review`, event.note),
  send_back: (event) => withNote("asked for changes", event.note),
  approve: (event) => `approved revision ${event.revision}`,
  schedule: (event, now, zone) => `scheduled it for ${momentIn(event.note, now, zone)}`,
  unschedule: () => "took it off the schedule",
  publish: (event) => `published revision ${event.revision}`,
  fire: (event) => `Published revision ${event.revision}, as scheduled`,
  missed: (event) => `Could not be published as scheduled. ${reasonOf(event.note)}`,
  correct: (event) => withNote(`corrected it with revision ${event.revision}`, event.note),
  amended: (event) => withNote("put a correction in other words", event.note),
  withdraw: (event) => withNote("withdrew it from readers", event.note),
  put_back: (event) => withNote("put it back before readers", event.note),
  lapsed: (event) => withNote("made a change that lapsed the approval", event.note),
  handed_over: (event) => `handed it over ${event.note}`,
  assigned: (event) => withNote("assigned it", event.note),
  for_readers: (event) => `set for readers: ${event.note}`,
  embargo: (event, now, zone) =>
    event.note === "lifted"
      ? "lifted the embargo"
      : `set an embargo until ${momentIn(event.note, now, zone)}`,
  commented: () => "opened a comment",
  suggested: () => "suggested other words",
  accepted: (event) => withNote("accepted a suggestion", event.note),
  rejected: (event) => withNote("rejected a suggestion", event.note),
  preview_made: (event) => withNote("made a preview link", event.note),
  preview_revoked: (event) => withNote("took a preview link back", event.note),
  overrode: (event) => {
    const [check = "", ...reason] = event.note.split(": ");
    const named = checkNames.find((name) => name === check);
    return withNote(`set aside the check “${(named ?? check).replaceAll("_", " ")}”`, reason.join(": "));
  },
  quote_disputed: (event) => withNote("said that a quote in it is disputed", event.note),
  quote_retracted: (event) => withNote("retracted a quote in it", event.note),
  quote_stands: (event) => withNote("found that a quote in it stands", event.note),
  left_uncorrected: (event) => withNote("left it uncorrected", event.note),
  weighed: (event) =>
    event.note === "central"
      ? "said that the central fact rests on a source"
      : "said that a source is one among others",
  agreed: (event) => {
    const use = unnamedUses.find((each) => each === event.note);
    return withNote(
      "agreed to what an unnamed source is used for",
      use ? unnamedUseNames[use].toLowerCase() : "",
    );
  },
  reply_sought: (event) => withNote("put down that a reply was sought", replyNote(event.note)),
  reply_changed: (event) => withNote("put down what came of a reply", replyNote(event.note)),
  attested: (event) => withNote("said that they know who a source is", event.note),
};

function replyNote(note: string): string {
  const at = note.lastIndexOf(": ");
  const outcome = replyOutcomes.find((each) => each === note.slice(at + 2));
  return outcome ? `${note.slice(0, at)}: ${replyOutcomeNames[outcome].toLowerCase()}` : note;
}

/** What happened, in words, without who and when: "sent revision 18 for review". */
export function trailWords(event: TrailEvent, now: Date, zone: string): string {
  const say = sayings[event.kind];
  return say ? say(event, now, zone) : withNote(event.kind.replaceAll("_", " "), event.note);
}

function momentIn(note: string, now: Date, zone: string): string {
  const at = new Date(note);
  return Number.isNaN(at.getTime()) ? note : nearMoment(at, now, zone);
}

/** The words of a refusal that was kept by its name; other words as they stand. */
export const reasonOf = (kept: string): string =>
  Object.hasOwn(refusalWords, kept) ? refusalWords[kept as Refusal] : kept;
