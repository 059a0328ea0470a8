import { and, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Actor } from "@/domain/people";
import type { ComingUse, PrintedUse, StoriesOfSource } from "@/domain/source-stories";
import { database } from "../../client";
import { publications } from "../../schema/publications";
import { quotePrints, quotes, quoteUses } from "../../schema/sources";
import { stories } from "../../schema/stories";
import { quotesVisibleTo } from "./quotes";
import { visibleTo } from "./visible";

/** So many of each are listed, the newest first. */
const most = 100;

/** Where what a source said is used, as far as the person may see its quotes and the stories. */
export async function storiesOfSource(actor: Actor, sourceId: string): Promise<StoriesOfSource> {
  const seenQuote = and(eq(quotes.sourceId, sourceId), quotesVisibleTo(actor));
  const [coming, unseen, printed] = await Promise.all([
    comingUses(actor, seenQuote),
    unseenStories(actor, seenQuote),
    printedUses(actor, seenQuote),
  ]);
  return { coming, unseen, printed };
}

const notOut = sql`not exists (
  select 1 from quote_prints printed join publications p on p.story_id = printed.story_id and p.withdrawn_at is null
  where printed.story_id = "quote_uses"."story_id" and printed.quote_id = "quote_uses"."quote_id")`;

async function comingUses(actor: Actor, seenQuote: SQL | undefined): Promise<ComingUse[]> {
  const db = database();
  const found = await db
    .selectDistinct({
      id: stories.id,
      headline: stories.headline,
      stage: stories.stage,
      updatedAt: stories.updatedAt,
    })
    .from(quoteUses)
    .innerJoin(quotes, eq(quotes.id, quoteUses.quoteId))
    .innerJoin(stories, eq(stories.id, quoteUses.storyId))
    .where(and(seenQuote, notOut, visibleTo(actor)))
    .orderBy(desc(stories.updatedAt), desc(stories.id))
    .limit(most);
  if (found.length === 0) return [];
  const shown = await db
    .select({
      storyId: quoteUses.storyId,
      id: quotes.id,
      displayed: quoteUses.displayed,
      standing: quoteUses.standing,
    })
    .from(quoteUses)
    .innerJoin(quotes, eq(quotes.id, quoteUses.quoteId))
    .where(and(seenQuote, notOut, sql`${quoteUses.storyId} in ${found.map((story) => story.id)}`))
    .orderBy(quoteUses.position);
  return found.map(({ id, headline, stage }) => ({
    storyId: id,
    headline,
    stage,
    quotes: shown.flatMap(({ storyId, ...use }) => (storyId === id ? [use] : [])),
  }));
}

async function unseenStories(actor: Actor, seenQuote: SQL | undefined): Promise<number> {
  const [row] = await database()
    .select({ count: sql`count(distinct ${stories.id})`.mapWith(Number) })
    .from(quoteUses)
    .innerJoin(quotes, eq(quotes.id, quoteUses.quoteId))
    .innerJoin(stories, eq(stories.id, quoteUses.storyId))
    .where(and(seenQuote, notOut, sql`not ${visibleTo(actor)}`));
  return row?.count ?? 0;
}

async function printedUses(actor: Actor, seenQuote: SQL | undefined): Promise<PrintedUse[]> {
  return database()
    .select({
      storyId: publications.storyId,
      headline: publications.headline,
      address: publications.address,
      quotes: sql`count(*)`.mapWith(Number),
      mine: sql<boolean>`bool_or(${visibleTo(actor)})`,
    })
    .from(quotePrints)
    .innerJoin(quotes, eq(quotes.id, quotePrints.quoteId))
    .innerJoin(stories, eq(stories.id, quotePrints.storyId))
    .innerJoin(
      publications,
      and(eq(publications.storyId, quotePrints.storyId), isNull(publications.withdrawnAt)),
    )
    .where(seenQuote)
    .groupBy(publications.storyId)
    .orderBy(desc(publications.publishedAt), desc(publications.storyId))
    .limit(most);
}
