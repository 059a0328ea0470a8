import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { liveQuotes, readLiveFront } from "@/db/queries/desk/front";
import { newId } from "@/db/schema/columns";
import { outbox } from "@/db/schema/mail";
import { deskEvents, users } from "@/db/schema/people";
import { replies } from "@/db/schema/publications";
import { publishFront } from "@/db/write-front";
import { type FrontPlace, frontPlaces, type Placing } from "@/domain/front-page";
import type { Actor } from "@/domain/people";
import { backdate, daysOf } from "./backdate";
import { calendarOf } from "./calendar";
import { chosenFrom, type FrontSeed, front, harbourFront } from "./front";
import { keepPictures } from "./keep-pictures";
import { marks } from "./marks";
import { layDownPaper, tidewaterRecord } from "./paper";
import { comeAndGo, employStaff } from "./people";
import type { SeedStory } from "./plan";
import { library } from "./sources";
import { offTheRecord } from "./spoken";
import { plannedStories } from "./stories";
import { done, type Newsroom, recordQuote, tellStory } from "./tell-story";

/** Fills an empty database with the demonstration newsroom, The Tidewater Record, and tells how far it is. Does nothing
 * when there is anybody in the database already.
 *
 * It takes many transactions, and the trail they write cannot be taken back. A start that was killed on the way leaves
 * half a newsroom, which `fillingOfDemonstration` tells: the caller then drops the database, which holds nothing but invented
 * people, and begins with a new one. */
export async function fillDemonstration(say: (line: string) => void): Promise<void> {
  const db = database();
  const [anybody] = await db.select({ id: users.id }).from(users).limit(1);
  if (anybody) return;
  await db.insert(deskEvents).values({ kind: marks.begun });
  say("Setting up The Tidewater Record, a newspaper to try things on…");
  const shape = await layDownPaper();
  const staff = await employStaff();
  say("Drawing its pictures…");
  const pictures = await keepPictures(staff.runa);
  const room: Newsroom = { staff, shape, pictures, sources: library(), now: new Date() };
  say(`Writing ${plannedStories.length} stories, with their quotes and sources…`);
  const ids = await writeStories(room);
  await curateFront(staff.tomas, room, ids);
  await countReaders();
  await comeAndGo(staff.runa);
  // Invented people have no letter box, whatever mail server this newsroom may have.
  await db.delete(outbox);
  await db.insert(deskEvents).values({ kind: marks.filled });
}

async function writeStories(room: Newsroom): Promise<ReadonlyMap<string, string>> {
  const from = (back: number) => calendarOf(room.now, tidewaterRecord.zone, back);
  for (const quote of offTheRecord) {
    await recordQuote(room, quote, { by: quote.by, calendar: from(0), occasions: new Map() });
  }
  const ids = new Map<string, string>();
  for (const story of plannedStories) {
    const calendar = daysOf(story, room.now, from);
    const id = await tellStory(room, story, calendar);
    await backdate(id, story, calendar, room.now);
    await keepReplies(room, id, story);
    ids.set(story.key, id);
  }
  return ids;
}

async function keepReplies(room: Newsroom, storyId: string, story: SeedStory): Promise<void> {
  const at = (minutesAgo: number) => new Date(room.now.getTime() - minutesAgo * 60_000);
  const rows = (story.replies ?? []).flatMap(({ name, email, text, state, minutesAgo, answer }) => {
    const id = newId();
    const decidedAt = state === "held" ? null : sql`now()`;
    const heldBecause = state === "held" ? (["all"] as const) : [];
    const reply = {
      id,
      storyId,
      name,
      email,
      text,
      state,
      at: at(minutesAgo),
      decidedAt,
      heldBecause: [...heldBecause],
    };
    if (!answer) return [reply];
    const answered = {
      ...reply,
      id: newId(),
      parentId: id,
      name: room.staff[answer.by].name,
      email: "",
      text: answer.text,
      byStaff: true,
      at: at(answer.minutesAgo),
    };
    return [reply, answered];
  });
  for (const row of rows) await database().insert(replies).values(row);
}

/** As if readers had come for a week, more of them to what is newer. */
async function countReaders(): Promise<void> {
  await database().execute(sql`insert into story_reads (story_id, day, reads)
    select p.story_id, d.day::date, (40 + (hashtext(p.story_id::text || d.day::text) & 255) * 5) / (1 + d.day::date - p.published_at::date)
    from publications p cross join generate_series(current_date - 6, current_date, interval '1 day') as d (day)
    where p.withdrawn_at is null and d.day::date >= p.published_at::date`);
  await database().execute(sql`insert into appeal_days (day, place, views, clicks)
    select d.day::date, place, 300 + (hashtext(place || d.day::text) & 127), 4 + (hashtext(d.day::text || place) & 7)
    from generate_series(current_date - 6, current_date, interval '1 day') as d (day), unnest(array['bar', 'end', 'front']) as place`);
}

async function curateFront(editor: Actor, room: Newsroom, ids: ReadonlyMap<string, string>): Promise<void> {
  const idOf = (key: string) => {
    const storyId = ids.get(key);
    if (!storyId) throw new Error(`the front page names ${key}, which is no story`);
    return storyId;
  };
  const until = (hours: number) => new Date(room.now.getTime() + hours * 3_600_000).toISOString();
  const placed = (at: Partial<Record<FrontPlace, FrontSeed>>) =>
    frontPlaces.flatMap((place): Placing[] => {
      const seed = at[place];
      if (!seed) return [];
      const pinnedUntil = seed.pinnedForHours ? until(seed.pinnedForHours) : null;
      return [
        { place, storyId: idOf(seed.story), headline: seed.headline ?? "", picture: null, pinnedUntil },
      ];
    });
  const said = await liveQuotes(editor);
  const quotes = chosenFrom.flatMap((key) => {
    const quote = said.find((each) => each.storyId === idOf(key) && each.words.split(/\s+/).length > 5);
    return quote ? [{ storyId: quote.storyId, ref: quote.ref }] : [];
  });
  const { breaking } = await readLiveFront(database());
  const arranged = { placings: placed(front), quotes, breaking };
  done(await publishFront(editor, { front: "front", base: 0, arranged }), "arranging the front page");
  const harbour = room.shape.sectionId("harbour");
  const ofHarbour = { placings: placed(harbourFront), quotes: [], breaking: null };
  done(await publishFront(editor, { front: harbour, base: 0, arranged: ofHarbour }), "arranging a section");
}
