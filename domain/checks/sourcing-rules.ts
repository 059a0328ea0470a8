import { replyOutcomeNames } from "../sourcing";
import type { Finding, Reading, Rule } from "./checked-story";
import type { CheckName } from "./names";
import { criticism, replySought } from "./phrases";
import {
  bareSourcesIn,
  described,
  offTheRecord,
  placeOf,
  pluralForOne,
  promisedApproval,
  quotedAndDeclined,
  quotedBothWays,
  singleSourced,
  unagreedUses,
  unnamedOpinions,
  unnamedStatements,
  withheldSources,
} from "./sourcing-findings";

/** The checks that are about who speaks in a story, and under which agreement. */
const sourcingChecks = [
  "off_record",
  "unnamed_reason",
  "unnamed_description",
  "unnamed_attestation",
  "unnamed_approval",
  "unnamed_opinion",
  "both_ways",
  "declined_and_quoted",
  "bare_source",
  "single_source",
  "plural_sources",
  "no_reply_sought",
  "reply_awaited",
  "quote_approval",
  "unnamed_credibility",
  "unnamed_statement",
] as const satisfies readonly CheckName[];
export type SourcingCheck = (typeof sourcingChecks)[number];

const silent = () => "";

/** Severity is the default: a house may set its own, but for what is off the record. */
export const sourcingRules: Record<SourcingCheck, Rule> = {
  off_record: {
    name: "Words said off the record",
    severity: "blocker",
    never: true,
    pass: silent,
    find: offTheRecord,
  },
  unnamed_reason: {
    name: "Why a source is not named",
    severity: "blocker",
    pass: silent,
    find: (story) =>
      withheldSources(story)
        .filter(({ source }) => !source.unnamedReason.trim())
        .map(({ source, place }) => ({
          title: `Nothing says why “${described(source)}” is not named`,
          why: "Readers are told the reason for every name that is withheld.",
          todo: "Open the source and write the reason.",
          where: place,
          subject: source.id,
        })),
  },
  unnamed_description: {
    name: "How an unnamed source is described",
    severity: "blocker",
    pass: silent,
    find: (story) =>
      withheldSources(story)
        .filter(({ source }) => !source.publicDescription.trim())
        .map(({ source, place }) => ({
          title: "An unnamed source has no description for readers",
          why: "A bare “source” tells readers nothing about why they should believe it.",
          todo: "Open the source and describe them, as agreed with them.",
          where: place,
          subject: source.id,
        })),
  },
  unnamed_credibility: {
    name: "Why an unnamed source should be believed",
    severity: "warning",
    pass: silent,
    find: (story) =>
      withheldSources(story)
        .filter(({ source }) => !source.credibility.trim())
        .map(({ source, place }) => ({
          title: `Nothing says why readers should believe “${described(source)}”`,
          why: "Readers cannot judge a source they do not know: the paper has to have done it.",
          todo: "Open the source and write how they know.",
          where: place,
          subject: source.id,
        })),
  },
  unnamed_attestation: {
    name: "An editor who knows an unnamed source",
    severity: "blocker",
    pass: (story) => (withheldSources(story).length > 0 ? "An editor knows who each unnamed source is" : ""),
    find: (story) =>
      withheldSources(story)
        .filter(({ source }) => source.attestedBy.length === 0)
        .map(({ source, place }) => ({
          title: `An editor must know who “${source.publicDescription || source.name}” is`,
          why: "At least one editor knows every unnamed source before publication.",
          todo: "An editor other than the reporter who brought the source says that they know.",
          where: place,
          subject: source.id,
        })),
  },
  unnamed_approval: {
    name: "Who agrees to an unnamed source",
    severity: "blocker",
    pass: (story) =>
      withheldSources(story).length > 0 ? "What unnamed sources are used for is agreed to" : "",
    find: unagreedUses,
  },
  unnamed_opinion: {
    name: "Opinions of unnamed sources",
    severity: "blocker",
    pass: silent,
    find: unnamedOpinions,
  },
  unnamed_statement: {
    name: "Fact or opinion of unnamed sources",
    severity: "warning",
    pass: silent,
    find: unnamedStatements,
  },
  both_ways: { name: "Nobody quoted both ways", severity: "blocker", pass: silent, find: quotedBothWays },
  declined_and_quoted: {
    name: "Nobody quoted unnamed and said to have declined",
    severity: "blocker",
    pass: silent,
    find: quotedAndDeclined,
  },
  bare_source: { name: "“A source said”", severity: "blocker", pass: silent, find: bareSourcesIn },
  plural_sources: { name: "“Sources” for one source", severity: "warning", pass: silent, find: pluralForOne },
  single_source: { name: "One source alone", severity: "warning", pass: silent, find: singleSourced },
  quote_approval: {
    name: "Quotes that a source was promised to approve",
    severity: "warning",
    pass: silent,
    find: promisedApproval,
  },
  no_reply_sought: {
    name: "A reply from whoever is criticised",
    severity: "warning",
    pass: ({ replies }) => (replies.length > 0 ? "A reply was sought" : ""),
    find: repliesNotSought,
  },
  reply_awaited: { name: "Replies still awaited", severity: "warning", pass: silent, find: repliesAwaited },
};

/** Criticism in a story on whose file no reply was sought, or whose text does not say what came of it. */
function repliesNotSought(story: Reading): Finding[] {
  const phrase = criticism(story.text);
  if (!phrase || replySought(story.text)) return [];
  const settled = story.replies.find((reply) => reply.outcome !== "waiting");
  if (settled)
    return [
      {
        title: `“${phrase.text}”: the story does not say what ${settled.whom} answered`,
        why: `On file stands: ${replyOutcomeNames[settled.outcome].toLowerCase()}. Readers have to be told.`,
        todo: "Write what they said, or that they did not.",
        where: placeOf(story, phrase),
        subject: phrase.text,
      },
    ];
  if (story.replies.length > 0) return [];
  return [
    {
      title: `“${phrase.text}”: no reply was sought from whoever is criticised`,
      why: "Whoever is criticised gets a chance to answer.",
      todo: "Ask them, put it down under “Right of reply”, and write what they said.",
      where: placeOf(story, phrase),
      subject: phrase.text,
    },
  ];
}

function repliesAwaited({ replies, now }: Reading): Finding[] {
  return replies
    .filter((reply) => reply.outcome === "waiting")
    .map((reply) => {
      const isOver = reply.deadline !== null && reply.deadline <= now;
      return {
        title: isOver
          ? `The time for ${reply.whom} to answer is over`
          : `An answer of ${reply.whom} is awaited`,
        why: isOver
          ? "Nothing is on file of whether they answered."
          : "They were given time to answer, and it is not over yet.",
        todo: isOver ? "Put down what they answered, or that they did not." : "Wait for it, or ask again.",
        where: { field: "replies" },
        subject: reply.id,
      };
    });
}
