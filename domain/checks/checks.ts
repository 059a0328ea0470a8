import { readBody } from "../body/read-body";
import type { HouseRules, Severity } from "../paper";
import { quotationsOf } from "../story-quotes";
import type { CheckedStory, Reading, Rule, Verdict } from "./checked-story";
import { type CheckName, checkNames } from "./names";
import { sourcingRules } from "./sourcing-rules";
import { storyRules } from "./story-rules";

/** All rules of the house. */
export const rules: Record<CheckName, Rule> = { ...storyRules, ...sourcingRules };

/** How heavily this house takes a check. What can never be overridden is never softened either. */
export const severityIn = (house: Pick<HouseRules, "severity">, check: CheckName): Severity =>
  rules[check].never ? rules[check].severity : (house.severity[check] ?? rules[check].severity);

/** Runs every rule over a story, in the order of the list. Blockers that an admin has set aside come back as `overridden`. */
export function runChecks(story: CheckedStory): Verdict[] {
  const records = new Map(story.records.map((record) => [record.id, record]));
  const quotations = quotationsOf(story.words.body, records, story.house);
  const plain = readBody(story.words.body);
  const reading: Reading = { ...story, quotations, plain, text: plain.text };
  return checkNames.flatMap((check) => judge(check, rules[check], reading));
}

function judge(check: CheckName, rule: Rule, story: Reading): Verdict[] {
  const severity = severityIn(story.house, check);
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

/** Those of the blockers that lie in the story, and not in who looks at it: an editor may not approve a story of their own,
 * and publishes it once another has. The table of moves knows who may do what. */
export const blockersInStory = (verdicts: readonly Verdict[]): Verdict[] =>
  blockersOf(verdicts).filter(({ check }) => check !== "approver_is_author");

/** What has to be there before a story is sent for review: drafts may be incomplete, this may not. */
export const missingOf = (verdicts: readonly Verdict[]): Verdict[] =>
  verdicts.filter((verdict) => verdict.state === "blocker" && rules[verdict.check].completeness);
