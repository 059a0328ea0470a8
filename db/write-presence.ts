import { and, eq, inArray, notInArray, sql } from "drizzle-orm";
import { initialsOf } from "@/domain/initials";
import type { Actor } from "@/domain/people";
import { ok, type Result, refuse } from "@/domain/result";
import { decidePen, type Presence, type Wish } from "@/domain/writing/pen";
import type { Together } from "@/domain/writing/together";
import { inTransaction, type Transaction } from "./client";
import { revisionOf } from "./queries/desk/revision";
import { users } from "./schema/people";
import { editPresence, stories } from "./schema/stories";
import { tell } from "./tell";

/** Takes a sign of life of one tab, decides who has the pen, and answers who is here. Whoever may see a story may write
 * in it, so its pen asks for no more. Touches nothing of the story itself, and waits for no save of it. */
export function writePresence(
  actor: Actor,
  storyId: string,
  { tab, wish }: { readonly tab: string; readonly wish: Wish },
): Promise<Result<Together, "not_found">> {
  return inTransaction(async (tx) => {
    const revision = await revisionOf(actor, storyId, tx);
    if (revision === null) return refuse("not_found" as const);
    // One at a time for each story, so that two who take the pen at once are decided one after the other.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`pen of ${storyId}`}, 0))`);
    const before: Presence[] = await tx.select().from(editPresence).where(eq(editPresence.storyId, storyId));
    const here = decidePen(before, { tab, userId: actor.id }, wish, await clockOf(tx));
    await keep(tx, storyId, before, here);
    await tellHolder(tx, actor, storyId, before, here, tab);
    return ok(await told(tx, actor, tab, here, revision));
  });
}

/** Whoever holds the pen is told when somebody newly asks for it, wherever they are looking. */
async function tellHolder(
  tx: Transaction,
  actor: Actor,
  storyId: string,
  before: readonly Presence[],
  here: readonly Presence[],
  tab: string,
): Promise<void> {
  const asksNow = here.some((each) => each.tab === tab && each.askedAt !== null);
  const askedBefore = before.some((each) => each.userId === actor.id && each.askedAt !== null);
  const holder = here.find((each) => each.holdsPen);
  if (!asksNow || askedBefore || !holder) return;
  const [story] = await tx
    .select({ id: stories.id, headline: stories.headline, language: stories.language })
    .from(stories)
    .where(eq(stories.id, storyId));
  if (story) await tell(tx, { kind: "pen_asked", story, actor, to: { people: [holder.userId] } });
}

/** The database's clock now, after any wait for the lock. */
async function clockOf(tx: Transaction): Promise<Date> {
  const [clock] = await tx.execute<{ now: string }>(sql`select clock_timestamp()::text as now`);
  return new Date(clock?.now ?? Number.NaN);
}

async function keep(
  tx: Transaction,
  storyId: string,
  before: readonly Presence[],
  here: readonly Presence[],
): Promise<void> {
  const tabs = here.map(({ tab }) => tab);
  const gone = tabs.length > 0 ? notInArray(editPresence.tab, tabs) : undefined;
  await tx.delete(editPresence).where(and(eq(editPresence.storyId, storyId), gone));
  const changed = here.filter((each) => !isSame(before, each));
  // Whoever lets go comes first: the index allows one pen at every moment.
  changed.sort((one, other) => Number(one.holdsPen) - Number(other.holdsPen));
  for (const row of changed) {
    const { userId, holdsPen, askedAt, seenAt } = row;
    await tx
      .insert(editPresence)
      .values({ ...row, storyId })
      .onConflictDoUpdate({
        target: [editPresence.storyId, editPresence.tab],
        set: { userId, holdsPen, askedAt, seenAt },
      });
  }
}

const isSame = (before: readonly Presence[], now: Presence): boolean =>
  before.some(
    (each) =>
      each.tab === now.tab &&
      each.userId === now.userId &&
      each.holdsPen === now.holdsPen &&
      each.askedAt?.getTime() === now.askedAt?.getTime() &&
      each.seenAt.getTime() === now.seenAt.getTime(),
  );

async function told(
  tx: Transaction,
  actor: Actor,
  tab: string,
  here: readonly Presence[],
  revision: number,
): Promise<Together> {
  const ids = [...new Set(here.map(({ userId }) => userId))];
  const rows = await tx.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids));
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? "";
  const holder = here.find((each) => each.holdsPen);
  const mine = (userId: string) => userId === actor.id;
  return {
    holder: holder
      ? {
          name: nameOf(holder.userId),
          mine: mine(holder.userId),
          tab: mine(holder.userId) ? holder.tab : null,
        }
      : null,
    here: ids
      .map((id) => ({ name: nameOf(id), initials: initialsOf(nameOf(id)), mine: mine(id) }))
      .sort((one, other) => Number(other.mine) - Number(one.mine) || one.name.localeCompare(other.name)),
    askedBy: here
      .filter((each) => each.askedAt && each.tab !== tab)
      .sort((one, other) => Number(one.askedAt) - Number(other.askedAt))
      .map((each) => nameOf(each.userId)),
    asked: here.some((each) => each.tab === tab && each.askedAt !== null),
    revision,
  };
}
