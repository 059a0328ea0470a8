import postgres from "postgres";
import { closeDatabase, database, inTransaction } from "@/db/client";
import { putBackStory, withdrawStory } from "@/db/publish";
import { confirmPurge, purge } from "@/db/purge";
import { publications } from "@/db/schema/publications";
import type { Actor } from "@/domain/people";
import { addressesTouchedBy } from "@/domain/publication/addresses";
import type { PublicDocument } from "@/domain/publication/document";

// The part of `npm run bench:site` that needs the newsroom's own code: each command prints one line of JSON.
const [command = "", given = ""] = process.argv.slice(2);

type Live = { storyId: string; address: string; headline: string; document: PublicDocument };

/** A live story of the demonstration newsroom. That with the most quotes is what the generated ones are made of; the
 * newest stands on the front as long as it is live. */
async function ofDemonstration(sql: postgres.Sql, which: "most quotes" | "newest"): Promise<Live> {
  const order = which === "newest" ? sql`published_at desc` : sql`quote_count desc`;
  const [story] = await sql<Live[]>`
    select story_id as "storyId", address, headline, document from publications
    where withdrawn_at is null and address not like '%/bench-%' order by ${order}, story_id limit 1`;
  if (!story) throw new Error("there is no live story to make others of");
  return story;
}

/** Brings the paper to so many generated stories, each with an author, a topic and a quote. */
async function fill(count: number): Promise<void> {
  const sql = postgres(process.env.DATABASE_URL_OWNER ?? "", { max: 1, onnotice: () => {} });
  const { storyId, address } = await ofDemonstration(sql, "most quotes");
  const [made] = await sql<{ count: number }[]>`
    select count(*)::int as count from publications where address like '%/bench-%'`;
  const from = (made?.count ?? 0) + 1;
  const id = (n: string) => sql.unsafe(`('00000000-0000-7000-8000-' || lpad(${n}::text, 12, '0'))::uuid`);
  const moment = sql`now() - interval '2 days' - n * interval '5 minutes'`;
  await sql`
    insert into publications (story_id, section_id, address, revision, headline, standfirst, kicker, language, picture,
      byline, quote_count, source_count, minutes, document, published_at, updated_at, plain, said)
    select ${id("n")}, s.id, '/' || s.slug || '/bench-' || n, 1, t.headline || ' ' || n, t.standfirst, t.kicker, t.language,
      t.picture, t.byline, t.quote_count, t.source_count, t.minutes,
      t.document || jsonb_build_object('storyId', ${id("n")}, 'address', '/' || s.slug || '/bench-' || n, 'headline', t.headline || ' ' || n),
      ${moment}, ${moment},
      left(t.plain, 600) || ' everywhere ' || case when n % 10 = 0 then 'estuary ' else '' end
        || case when n % 20 = 0 then 'ferryman ' else '' end || case when n % 10000 = 7 then 'quillon ' else '' end
        || 'parish' || (n % 977) || ' street' || (n % 4999),
      'Bench Speaker ' || n % 300 || ' pilot The buoy was not where the chart had it'
    from generate_series(${from}::int, ${count}::int) as n
    join (select id, slug, row_number() over (order by position, slug) - 1 as place, count(*) over () as many from sections) s
      on s.place = n % s.many
    cross join (select * from publications where story_id = ${storyId}) t`;
  await sql`
    insert into publication_authors (story_id, slug, name, title, position, published_at)
    select ${id("n")}, 'bench-' || n % 50, 'Bench Author ' || n % 50, 'reporter', 0, ${moment}
    from generate_series(${from}::int, ${count}::int) as n`;
  await sql`
    insert into publication_topics (story_id, topic_id, published_at)
    select ${id("n")}, t.id, ${moment} from generate_series(${from}::int, ${count}::int) as n
    join (select id, row_number() over (order by slug) - 1 as place, count(*) over () as many from topics) t
      on t.place = n % t.many`;
  await sql`
    insert into publication_quotes (story_id, number, speaker_slug, speaker_name, speaker_role, words, occasion, verified, published_at)
    select ${id("n")}, 1, 'bench-' || n % 300, 'Bench Speaker ' || n % 300, 'pilot', 'The buoy was not where the chart had it',
      'Interview.', 'Checked against notes', ${moment} from generate_series(${from}::int, ${count}::int) as n`;
  await sql`vacuum analyze publications, publication_authors, publication_topics, publication_quotes`;
  await sql.end();
  await inTransaction((tx) => purge(tx, ["*"])).then(confirmPurge);
  print({ story: address, section: `/${address.split("/")[1]}` });
}

/** Withdraws a story and puts it back so many times through the newsroom's own writers. Each time readers look at once:
 * by turns at the story, at the front page, and at both of them together. */
async function publish(times: number): Promise<void> {
  const origin = process.env.BENCH_ORIGIN ?? "";
  const { storyId, address } = await live("newest");
  const actor = await editor();
  const answered: number[] = [];
  const seen = {
    story: [] as number[],
    front: [] as number[],
    "story of both": [] as number[],
    "front of both": [] as number[],
  };
  let [stale, looks] = [0, 0];
  const look = async (path: string, start: number) => {
    const reply = await fetch(origin + path);
    const text = await reply.text();
    looks += 1;
    // By its address: the generated stories begin with the same headline.
    const shows = path === "/" ? text.includes(`href="${address}"`) : reply.status === 200;
    stale += shows ? 0 : 1;
    return performance.now() - start;
  };
  for (let time = 0; time < times * 3; time += 1) {
    await settled(withdrawStory(actor, storyId, { note: "measured", readersNote: "" }));
    stale += (await fetch(origin + address)).status === 410 ? 0 : 1;
    stale += (await (await fetch(origin)).text()).includes(`href="${address}"`) ? 1 : 0;
    looks += 2;
    const start = performance.now();
    await settled(putBackStory(actor, storyId, "measured"));
    answered.push(performance.now() - start);
    if (time % 3 === 0) seen.story.push(await look(address, start));
    else if (time % 3 === 1) seen.front.push(await look("/", start));
    else {
      const [front, story] = await Promise.all([look("/", start), look(address, start)]);
      seen["front of both"].push(front);
      seen["story of both"].push(story);
    }
  }
  print({ answered, ...seen, stale, looks });
}

async function settled(done: ReturnType<typeof putBackStory>): Promise<void> {
  const result = await done;
  if (!result.ok) throw new Error(`refused: ${result.why}`);
  const { confirmed } = await confirmPurge(result.value.purged);
  if (!confirmed) throw new Error("a purge was not confirmed");
}

/** Drops what the story touches twice a second, as publishing it again does, for so many seconds. */
async function republish(seconds: number): Promise<void> {
  const { document } = await live("most quotes");
  const until = performance.now() + seconds * 1_000;
  let times = 0;
  for (; performance.now() < until; times += 1) {
    await inTransaction((tx) => purge(tx, addressesTouchedBy(document))).then(confirmPurge);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  print({ times });
}

async function live(which: "most quotes" | "newest"): Promise<Live> {
  const sql = postgres(process.env.DATABASE_URL ?? "", { max: 1, onnotice: () => {} });
  return ofDemonstration(sql, which).finally(() => sql.end());
}

async function editor(): Promise<Actor> {
  const [row] = await database().execute<{ id: string; name: string }>(
    `select id, name from users where role = 'admin' and deactivated_at is null order by id limit 1`,
  );
  if (!row) throw new Error("there is no admin in the demonstration newsroom");
  return { ...row, role: "admin" };
}

/** Milliseconds that the search takes at the database, for words of each kind, from outside the database. */
async function search(times: number): Promise<void> {
  const { searchStories } = await import("@/db/queries/site/search");
  const found: Record<string, number[]> = {};
  for (const words of ["quillon", "estuary", "everywhere", "estuary ferryman"]) {
    const took: number[] = [];
    for (let time = 0; time < times; time += 1) {
      const start = performance.now();
      await searchStories(words);
      took.push(performance.now() - start);
    }
    found[words] = took;
  }
  const [row] = await database()
    .select({ count: database().$count(publications) })
    .from(publications)
    .limit(1);
  print({ stories: row?.count ?? 0, found });
}

const print = (figures: unknown): void => void process.stdout.write(`${JSON.stringify(figures)}\n`);

/** Pages that are made anew for each request: every server has dropped all of them just before. */
async function anew(times: number): Promise<void> {
  const addresses: Record<string, string> = JSON.parse(process.env.BENCH_ADDRESSES ?? "{}");
  const found: Record<string, number[]> = {};
  for (const [name, address] of Object.entries(addresses)) {
    found[name] = [];
    for (let time = 0; time < times; time += 1) {
      await inTransaction((tx) => purge(tx, ["*"])).then(confirmPurge);
      const start = performance.now();
      await (await fetch(`${process.env.BENCH_ORIGIN}${address}`)).text();
      found[name].push(performance.now() - start);
    }
  }
  print({ found });
}

const commands: Record<string, (amount: number) => Promise<void>> = {
  anew,
  fill,
  publish,
  republish,
  search,
};
await (commands[command] ?? (() => Promise.reject(new Error(`no such command: ${command}`))))(Number(given));
await closeDatabase();
