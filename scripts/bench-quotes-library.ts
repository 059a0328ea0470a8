import { mkdtempSync, rmSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import postgres from "postgres";
import { closeDatabase, database as db } from "@/db/client";
import { migrate } from "@/db/migrate";
import { type QuoteFilter, quotesListed } from "@/db/queries/desk/quotes-listed";
import { findSources, sourcesListed } from "@/db/queries/desk/sources";
import { newId } from "@/db/schema/columns";
import { offRecordVerbatims } from "@/db/stories/records";
import type { Actor } from "@/domain/people";

/** Fills a database of its own with an invented library and measures how long the desk's searches take in it.
 * `npm run bench:library`; sizes by BENCH_QUOTES and BENCH_SOURCES. Prints a table for docs/bench-quotes-library.md. */
const quotes = Number(process.env.BENCH_QUOTES ?? 200_000);
const sources = Number(process.env.BENCH_SOURCES ?? 20_000);
const rounds = 40;

type Embedded = { superuserUrl: string; stop: () => Promise<void> };

async function startDatabase(folder: string): Promise<Embedded> {
  const file = pathToFileURL(join(process.cwd(), "scripts/embedded-postgres.mjs")).href;
  // A script of plain JavaScript, which has no types.
  const { startEmbeddedPostgres } = (await import(file)) as {
    startEmbeddedPostgres: (folder: string, given: { throwaway: boolean }) => Promise<Embedded>;
  };
  return startEmbeddedPostgres(folder, { throwaway: true });
}

/** Words by how often a newspaper uses them: the first ones very often, the last ones seldom. */
const filler =
  "council harbour minister water budget people said never before winter flood money school night bridge trust report market doctor village captain border election island engine promise garden salary station referee".split(
    " ",
  );

async function fill(url: string, reporter: string, other: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await sql`insert into users (id, name, role, email, slug) values (${reporter}, 'Reporter', 'reporter', 'r@bench.example', 'r'), (${other}, 'Other', 'editor', 'o@bench.example', 'o')`;
  await sql`insert into sources (id, kind, name, role, organisation, created_by)
    select gen_random_uuid(), case when n % 100 = 0 then 'dataset' when n % 10 = 1 then 'organisation' else 'person' end,
      (array['Marta','Davit','Ilse','Tomas','Åsa','Omar','Ruth','Pell','Ines','Jonah'])[1 + n % 10] || ' ' || initcap(substr(md5(n::text), 1, 7)),
      (array['mayor','spokesperson','resident','minister','engineer'])[1 + n % 5],
      (array['Tidewater Council','Ministry for the Coast','Harbour Trust',''])[1 + n % 4], ${other}
    from generate_series(1, ${sources}) n`;
  await sql`insert into occasions (id, source_id, kind, channel, said_on, ground_rule, created_by)
    select gen_random_uuid(), id, 'interview', 'phone', current_date - (random() * 2000)::int,
      case when random() < 0.02 then 'background' when random() < 0.005 then 'off_record' else 'on_record' end, ${other} from sources`;
  await sql`insert into quotes (id, source_id, occasion_id, verbatim, recorded_by, verification)
    select
      (lpad(to_hex(1700000000000 + n * 1000::bigint), 12, '0') || '7000' || '8000' || lpad(to_hex(n), 12, '0'))::uuid,
      o.source_id, o.id,
      (select string_agg((${filler}::text[])[1 + floor(power(random(), 2) * ${filler.length})::int], ' ') from generate_series(1, 14 + n % 9)) || ' ' || substr(md5(n::text), 1, 6),
      case when n % 50 = 0 then ${reporter}::uuid else ${other}::uuid end,
      (array['noted','evidenced','checked','confirmed'])[1 + n % 4]
    from generate_series(1, ${quotes}) n
    join (select *, row_number() over () as nth from occasions) o on o.nth = 1 + n % ${sources}`;
  await fillStories(sql, reporter, other);
  await sql.unsafe("vacuum analyze");
  await sql.end();
}

/** Published stories with twenty quotes each, so that every fifth quote is in print, and a few that the reporter writes. */
async function fillStories(sql: postgres.Sql, reporter: string, other: string): Promise<void> {
  const [section] = await sql<{ id: string }[]>`
    insert into sections (id, slug, name) values (gen_random_uuid(), 'harbour', 'Harbour') returning id`;
  await sql`insert into stories (id, body, created_by, updated_by)
    select gen_random_uuid(), '{"type":"doc"}', ${other}, ${other} from generate_series(1, ${Math.ceil(quotes / 100)})`;
  await sql`insert into story_authors (story_id, user_id) select id, ${reporter} from stories order by id limit 50`;
  await sql`insert into publications (story_id, section_id, address, revision, headline, standfirst, kicker, language,
      byline, quote_count, source_count, minutes, document, published_at, updated_at, plain)
    select id, ${section?.id ?? ""}, '/harbour/' || id, 1, 'A headline', '', '', 'en-GB', '', 20, 20, 4, '{}', now(), now(), ''
    from stories where id not in (select story_id from story_authors)`;
  await sql`insert into quote_uses (id, story_id, quote_id, position, displayed, standing)
    select gen_random_uuid(), s.id, q.id, q.nth, 'as it was said', 'verbatim'
    from (select id, row_number() over (order by md5(id::text)) as nth from quotes) q
    join (select id, row_number() over () as nth from stories) s on s.nth = 1 + q.nth / 20
    where q.nth <= ${Math.floor(quotes / 5)}`;
  await sql`insert into quote_prints (story_id, quote_id)
    select u.story_id, u.quote_id from quote_uses u join publications p using (story_id)`;
}

const at = (times: readonly number[], part: number): string =>
  (times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0).toFixed(1);

async function measure(name: string, ask: () => Promise<unknown>): Promise<number> {
  await ask();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    await ask();
    times.push(performance.now() - began);
  }
  times.sort((one, another) => one - another);
  process.stdout.write(`| ${name} | ${at(times, 0)} | ${at(times, 0.5)} | ${at(times, 0.99)} |\n`);
  return Number(at(times, 0.99));
}

const folder = mkdtempSync(join(process.cwd(), ".data/bench-library-"));
const database = await startDatabase(join(folder, "database"));
try {
  await migrate(database.superuserUrl);
  process.env.DATABASE_URL = database.superuserUrl;
  // What the app asks for beside its database; nothing is signed or sealed here.
  process.env.NEXTAUTH_SECRET = "for the benchmark only, and long enough for it";
  process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = Buffer.alloc(32, 1).toString("base64");
  process.env.SOURCE_KEYS = `1:${Buffer.alloc(32, 2).toString("base64")}`;
  const [reporter, other] = [newId(), newId()];
  const began = performance.now();
  await fill(database.superuserUrl, reporter, other);
  process.stdout.write(
    `${quotes.toLocaleString("en-GB")} quotes of ${sources.toLocaleString("en-GB")} sources, filled in ${Math.round((performance.now() - began) / 1000)} s; ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}; ${rounds} rounds each, milliseconds\n\n| asked | fastest | p50 | p99 |\n| --- | --- | --- | --- |\n`,
  );
  const people: readonly Actor[] = [
    { id: other, name: "Other", role: "editor" },
    { id: reporter, name: "Reporter", role: "reporter" },
  ];
  const worst: number[] = [];
  for (const actor of people) {
    for (const text of [
      "",
      "harb",
      "council",
      "the council",
      "referee salary",
      "c4ca42",
      "zzzz",
      "Marta",
      "ha",
    ])
      worst.push(
        await measure(`quotes, ${actor.role}, “${text}”`, () => quotesListed(actor, text ? { text } : {})),
      );
    const narrowed: readonly (readonly [string, QuoteFilter])[] = [
      ["“harbour”, confirmed", { text: "harbour", verification: "confirmed" }],
      ["“harbour”, of a dataset", { text: "harbour", kind: "dataset" }],
      ["“harbour”, disputed", { text: "harbour", state: "disputed" }],
      ["“salary”, on background", { text: "salary", groundRule: "background" }],
      ["“council”, in no story", { text: "council", use: "unused" }],
      ["on background", { groundRule: "background" }],
      ["confirmed", { verification: "confirmed" }],
    ];
    for (const [name, filter] of narrowed)
      worst.push(await measure(`quotes, ${actor.role}, ${name}`, () => quotesListed(actor, filter)));
  }
  for (const text of ["mar", "Marta", "lindkvist", "tidewater", "Åsa c81", "zzzz", "m"]) {
    worst.push(await measure(`sources by typing, “${text}”`, () => findSources(text)));
    worst.push(await measure(`sources listed, “${text}”`, () => sourcesListed({ text })));
  }
  worst.push(await measure("all that is off the record", () => offRecordVerbatims(db())));
  process.stdout.write(`\nworst p99: ${Math.max(...worst).toFixed(1)} ms\n`);
} finally {
  await closeDatabase();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}
