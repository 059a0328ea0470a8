import { readBody } from "../body/read-body";
import { quotationsOf } from "../story-quotes";
import type { CheckedStory, Finding, Reading, Verdict } from "./checked-story";
import {
  at,
  attributedLine,
  inDoubt,
  isTied,
  isUntied,
  missing,
  notVerified,
  offTheRecord,
  picturesOf,
  picturesWithout,
  pullQuotesAdrift,
  sourceIds,
  unattributedInHeadings,
  unattributedInText,
  withheldSources,
} from "./findings";
import type { CheckName } from "./names";
import { bareSource, criticism, pluralSources, replySought } from "./phrases";

type Rule = {
  readonly severity: "blocker" | "warning";
  /** Said on the list when nothing was found; empty says nothing. */
  readonly pass: (story: Reading) => string;
  readonly find: (story: Reading) => readonly Finding[];
  /** Off the record and embargo can never be overridden; what is simply missing has to be filled in. */
  readonly never?: true;
  /** Has to be right before the story is sent for review. */
  readonly completeness?: true;
};

/** The rules of the house, in the order of the list that people see. Severity is the default: a house may set its own. */
export const rules: Record<CheckName, Rule> = {
  headline: {
    severity: "blocker",
    never: true,
    completeness: true,
    pass: () => "",
    find: ({ words }) =>
      words.headline.trim() ? [] : [missing("There is no headline", "Write one.", { field: "headline" })],
  },
  section: {
    severity: "blocker",
    never: true,
    completeness: true,
    pass: () => "",
    find: ({ words }) =>
      words.sectionId
        ? []
        : [missing("No section is chosen", "Choose the section it belongs to.", { field: "section" })],
  },
  author: {
    severity: "blocker",
    never: true,
    completeness: true,
    pass: () => "",
    find: ({ authorIds }) =>
      authorIds.length > 0
        ? []
        : [missing("The story has no author", "Ask an editor to assign it.", { field: "authors" })],
  },
  body: {
    severity: "blocker",
    never: true,
    completeness: true,
    pass: () => "",
    find: ({ text }) =>
      text.trim() ? [] : [missing("There is no text", "Write the story.", { field: "body" })],
  },
  unattributed: {
    severity: "blocker",
    pass: ({ quotations }) => attributedLine(quotations),
    find: (story) => [...unattributedInText(story), ...unattributedInHeadings(story)],
  },
  altered: {
    severity: "blocker",
    pass: ({ quotations }) => (quotations.some(isTied) ? "No quote differs from its verbatim record" : ""),
    find: ({ quotations }) =>
      quotations
        .filter(isTied)
        .filter((each) => each.standing === "altered")
        .map((each) => ({
          title: each.record
            ? `The words of ${each.record.source.name} differ from the record`
            : "These words are tied to a quote that is not on file",
          why: "Inside quotation marks stands only what was said: cuts shown as …, additions in [brackets].",
          todo: each.record
            ? "Restore the verbatim, or turn it into a paraphrase."
            : "Tie the words to a quote again.",
          where: at(each),
          subject: each.quoteId,
        })),
  },
  retracted: {
    severity: "blocker",
    pass: () => "",
    find: (story) => inDoubt(story, "retracted"),
  },
  off_record: {
    severity: "blocker",
    never: true,
    pass: () => "",
    find: offTheRecord,
  },
  unnamed_reason: {
    severity: "blocker",
    pass: () => "",
    find: (story) =>
      withheldSources(story)
        .filter(({ source }) => !source.unnamedReason.trim())
        .map(({ source, place }) => ({
          title: `Nothing says why “${source.publicDescription || "this source"}” is not named`,
          why: "Readers are told the reason for every name that is withheld.",
          todo: "Open the source and write the reason.",
          where: place,
          subject: source.id,
        })),
  },
  unnamed_description: {
    severity: "blocker",
    pass: () => "",
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
  unnamed_attestation: {
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
  bare_source: {
    severity: "blocker",
    pass: () => "",
    find: ({ text }) =>
      bareSource(text).map((phrase) => ({
        title: `“${phrase}” says nothing about the source`,
        why: "Readers have to know what makes the source credible.",
        todo: "Describe the source: their position, how they know.",
        where: { field: "body" },
        subject: phrase,
      })),
  },
  embargo: {
    severity: "blocker",
    never: true,
    pass: () => "",
    find: ({ embargoUntil, now }) =>
      embargoUntil && embargoUntil > now
        ? [
            {
              title: "The embargo is still open",
              why: "It can be approved and scheduled for a moment after the embargo, and not go out before.",
              todo: "Schedule it for when the embargo ends.",
              where: { field: "embargo" },
            },
          ]
        : [],
  },
  picture_alt: { severity: "blocker", pass: () => "", find: (story) => picturesWithout(story, "alt") },
  picture_credit: {
    severity: "blocker",
    pass: (story) => (picturesOf(story).length > 0 ? "Every picture has alt text and credit" : ""),
    find: (story) => picturesWithout(story, "credit"),
  },
  pull_quote: {
    severity: "blocker",
    pass: () => "",
    find: pullQuotesAdrift,
  },
  must_resolve: {
    severity: "blocker",
    pass: () => "",
    find: ({ openThreads }) =>
      openThreads
        .filter((thread) => thread.mustResolve)
        .map((thread) => ({
          title: "A comment has to be resolved first",
          why: thread.passage ? `It is about “${thread.passage}”.` : "Whoever wrote it marked it so.",
          todo: "Answer it and resolve it.",
          where: { threadId: thread.id },
          subject: thread.id,
        })),
  },
  approver_is_author: {
    severity: "blocker",
    never: true,
    pass: ({ approverId }) => (approverId ? "Author is not the approver" : ""),
    find: ({ approverId, authorIds }) =>
      approverId && authorIds.includes(approverId)
        ? [
            {
              title: "You are an author of this story",
              why: "Nobody passes their own work to readers.",
              todo: "Ask another editor to approve it.",
              where: { field: "authors" },
            },
          ]
        : [],
  },
  long_standfirst: {
    severity: "warning",
    pass: () => "",
    find: ({ words, house }) =>
      words.standfirst.length > house.standfirstCharacters
        ? [
            {
              title: `Standfirst is ${words.standfirst.length} characters; search results cut at ${house.standfirstCharacters}`,
              why: "What comes after is not seen there.",
              todo: "Shorten it.",
              where: { field: "standfirst" },
            },
          ]
        : [],
  },
  no_topic: {
    severity: "warning",
    pass: () => "",
    find: ({ words }) =>
      words.topicIds.length === 0
        ? [
            {
              title: "No topic is chosen",
              why: "Readers who follow a topic will not find it.",
              todo: "Choose one or two.",
              where: { field: "topics" },
            },
          ]
        : [],
  },
  single_source: {
    severity: "warning",
    pass: () => "",
    find: (story) =>
      sourceIds(story).size === 1
        ? [
            {
              title: "All quotes come from one source",
              why: "One voice alone is a reason to look for another.",
              todo: "Find a second source, or say in the story why there is one.",
              where: { field: "body" },
            },
          ]
        : [],
  },
  not_verified: {
    severity: "warning",
    pass: ({ quotations }) => (quotations.some(isTied) ? "Every quote was checked by a second person" : ""),
    find: ({ quotations }) => notVerified(quotations),
  },
  disputed: {
    severity: "warning",
    pass: () => "",
    find: (story) => inDoubt(story, "disputed"),
  },
  plural_sources: {
    severity: "warning",
    pass: () => "",
    find: (story) => {
      const phrase = pluralSources(story.text);
      return phrase && withheldSources(story).length === 1
        ? [
            {
              title: `“${phrase}” is plural; one unnamed source is on file`,
              why: "A plural for one source misleads readers.",
              todo: "Write “a source …”, described, or add the other.",
              where: { field: "body" },
            },
          ]
        : [];
    },
  },
  no_reply_sought: {
    severity: "warning",
    pass: () => "",
    find: ({ text }) => {
      const phrase = criticism(text);
      return phrase && !replySought(text)
        ? [
            {
              title: `“${phrase}”: the story does not say that a reply was sought`,
              why: "Whoever is criticised gets a chance to answer.",
              todo: "Ask them, and write what they said or that they did not.",
              where: { field: "body" },
            },
          ]
        : [];
    },
  },
  short_quotation: {
    severity: "warning",
    pass: () => "",
    find: ({ quotations }) =>
      quotations
        .filter(isUntied)
        .filter((each) => each.short)
        .map((each) => ({
          title: `${each.text} is tied to no quote`,
          why: "Short words in quotation marks are often a title or a term; if somebody said them, readers may ask who.",
          todo: "Tie it to a quote, or mark it as not a quotation.",
          where: at(each),
          subject: each.text,
        })),
  },
};

/** Runs every rule over a story, in the order of the list. Blockers that an admin has set aside come back as `overridden`. */
export function runChecks(story: CheckedStory): Verdict[] {
  const records = new Map(story.records.map((record) => [record.id, record]));
  const quotations = quotationsOf(story.words.body, records, story.house);
  const reading: Reading = { ...story, quotations, text: readBody(story.words.body).text };
  return (Object.entries(rules) as [CheckName, Rule][]).flatMap(([check, rule]) =>
    judge(check, rule, reading),
  );
}

function judge(check: CheckName, rule: Rule, story: Reading): Verdict[] {
  // A house may be stricter or milder where the rule allows; what can never be overridden is never milder.
  const severity = rule.never ? rule.severity : (story.house.severity[check] ?? rule.severity);
  if (severity === "off") return [];
  const findings = rule.find(story);
  if (findings.length === 0) {
    const title = rule.pass(story);
    return title
      ? [{ check, state: "pass", title, why: "", todo: "", where: null, subject: "", overridable: false }]
      : [];
  }
  return findings.map((finding) => {
    const subject = finding.subject ?? "";
    const isOverridden = story.overrides.some((each) => each.check === check && each.subject === subject);
    const overridable = severity === "blocker" && !rule.never;
    return {
      ...finding,
      check,
      subject,
      overridable,
      state: overridable && isOverridden ? "overridden" : severity,
    };
  });
}

/** Blockers that stand in the way of approval. The embargo does not: a story is approved ahead of it, and held by the
 * table of moves until it ends. */
export const blockersOf = (verdicts: readonly Verdict[]): Verdict[] =>
  verdicts.filter((verdict) => verdict.state === "blocker" && verdict.check !== "embargo");

/** What has to be there before a story is sent for review: drafts may be incomplete, this may not. */
export const missingOf = (verdicts: readonly Verdict[]): Verdict[] =>
  verdicts.filter((verdict) => verdict.state === "blocker" && rules[verdict.check].completeness);
