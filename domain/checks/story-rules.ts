import type { Rule } from "./checked-story";
import {
  at,
  attributedLine,
  inDoubt,
  isTied,
  isUntied,
  missing,
  notVerified,
  picturesOf,
  picturesWithout,
  pullQuotesAdrift,
  unattributedInHeadings,
  unattributedInText,
} from "./findings";
import type { CheckName } from "./names";
import type { SourcingCheck } from "./sourcing-rules";

/** What a story has to have, whoever speaks in it. Severity is the default: a house may set its own. */
export const storyRules: Record<Exclude<CheckName, SourcingCheck>, Rule> = {
  headline: {
    name: "A headline",
    severity: "blocker",
    never: true,
    completeness: true,
    pass: () => "",
    find: ({ words }) =>
      words.headline.trim() ? [] : [missing("There is no headline", "Write one.", { field: "headline" })],
  },
  section: {
    name: "A section",
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
    name: "An author",
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
    name: "A text",
    severity: "blocker",
    never: true,
    completeness: true,
    pass: () => "",
    find: ({ text }) =>
      text.trim() ? [] : [missing("There is no text", "Write the story.", { field: "body" })],
  },
  unattributed: {
    name: "Quotations without a source",
    severity: "blocker",
    pass: ({ quotations }) => attributedLine(quotations),
    find: (story) => [...unattributedInText(story), ...unattributedInHeadings(story)],
  },
  altered: {
    name: "Quotes that differ from the record",
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
    name: "Quotes that were retracted",
    severity: "blocker",
    pass: () => "",
    find: (story) => inDoubt(story, "retracted"),
  },
  disputed: {
    name: "Quotes that are disputed",
    severity: "warning",
    pass: () => "",
    find: (story) => inDoubt(story, "disputed"),
  },
  embargo: {
    name: "The embargo",
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
  picture_alt: {
    name: "Alt text of pictures",
    severity: "blocker",
    pass: () => "",
    find: (story) => picturesWithout(story, "alt"),
  },
  picture_credit: {
    name: "Credits of pictures",
    severity: "blocker",
    pass: (story) => (picturesOf(story).length > 0 ? "Every picture has alt text and credit" : ""),
    find: (story) => picturesWithout(story, "credit"),
  },
  pull_quote: {
    name: "Words of pull quotes",
    severity: "blocker",
    pass: () => "",
    find: pullQuotesAdrift,
  },
  must_resolve: {
    name: "Comments that must be resolved",
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
    name: "Nobody approves their own story",
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
    name: "The length of the standfirst",
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
    name: "A topic",
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
  not_verified: {
    name: "Quotes that nobody has checked",
    severity: "warning",
    pass: ({ quotations }) => (quotations.some(isTied) ? "Every quote was checked by a second person" : ""),
    find: ({ quotations }) => notVerified(quotations),
  },
  short_quotation: {
    name: "Short quotations without a source",
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
