import { and, asc, eq, inArray } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { repliesSought, sourceConditions, storySources, unnamedApprovals } from "@/db/schema/sourcing";
import type { CheckedStory } from "@/domain/checks/checked-story";
import type { SourceWeight } from "@/domain/sourcing";
import { standingFor } from "./merged";

/** What is on file about who speaks in a story: how much it leans on whom, who agreed, who was asked for a reply, and
 * what its sources were promised. What was put down about a record that has been merged since is that of the source
 * which stands for it. */
export async function sourcingOf(
  reader: Reader,
  storyId: string,
  sourceIds: readonly string[],
): Promise<Pick<CheckedStory, "weights" | "approvals" | "replies" | "promised">> {
  const stands = await standingFor(reader, sourceIds);
  const [weights, approvals, replies, promised] = await Promise.all([
    reader
      .select({ sourceId: storySources.sourceId, weight: storySources.weight })
      .from(storySources)
      .where(eq(storySources.storyId, storyId)),
    reader
      .select({
        sourceId: unnamedApprovals.sourceId,
        use: unnamedApprovals.use,
        by: unnamedApprovals.by,
        level: unnamedApprovals.level,
      })
      .from(unnamedApprovals)
      .where(eq(unnamedApprovals.storyId, storyId))
      .orderBy(asc(unnamedApprovals.id)),
    repliesOf(reader, storyId),
    sourceIds.length === 0
      ? []
      : reader
          .select({
            sourceId: sourceConditions.sourceId,
            asked: sourceConditions.asked,
            by: sourceConditions.by,
          })
          .from(sourceConditions)
          .where(
            and(
              inArray(sourceConditions.sourceId, [...stands.keys()]),
              eq(sourceConditions.decision, "accepted"),
            ),
          )
          .orderBy(asc(sourceConditions.id)),
  ]);
  const nowOf = (id: string) => stands.get(id) ?? id;
  return {
    weights: heaviest(weights.map((each) => ({ ...each, sourceId: nowOf(each.sourceId) }))),
    approvals: approvals.map((each) => ({ ...each, sourceId: nowOf(each.sourceId) })),
    replies: replies.map((each) => ({ ...each, sourceId: each.sourceId && nowOf(each.sourceId) })),
    promised: promised.map((each) => ({ ...each, sourceId: nowOf(each.sourceId) })),
  };
}

type Weight = { readonly sourceId: string; readonly weight: SourceWeight };

/** One weight for each source: where two records of it were weighed, what leans on it more. */
function heaviest(weights: readonly Weight[]): Weight[] {
  const found = new Map<string, Weight>();
  for (const each of weights)
    if (each.weight === "central" || !found.has(each.sourceId)) found.set(each.sourceId, each);
  return [...found.values()];
}

/** Replies that were sought for a story, in the order in which they were put down. */
const repliesOf = (reader: Reader, storyId: string) =>
  reader
    .select({
      id: repliesSought.id,
      sourceId: repliesSought.sourceId,
      whom: repliesSought.whom,
      about: repliesSought.about,
      contactedAt: repliesSought.contactedAt,
      how: repliesSought.how,
      deadline: repliesSought.deadline,
      outcome: repliesSought.outcome,
      answer: repliesSought.answer,
    })
    .from(repliesSought)
    .where(eq(repliesSought.storyId, storyId))
    .orderBy(asc(repliesSought.id));
