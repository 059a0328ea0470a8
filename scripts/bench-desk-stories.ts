import { encode } from "next-auth/jwt";
import postgres from "postgres";
import { closeDatabase, database } from "@/db/client";
import { startSession } from "@/db/people/sessions";
import { saveText } from "@/db/save-text";
import { newId } from "@/db/schema/columns";
import { users } from "@/db/schema/people";
import { occasions, quotes, sources } from "@/db/schema/sources";
import { createStory } from "@/db/write-story";
import type { Body, BodyNode } from "@/domain/body/body";
import type { Actor } from "@/domain/people";
import { blankWords } from "@/domain/testing/words";
import { environment } from "@/environment";

// The part of `npm run bench:desk` that needs the newsroom's own code. Fills a newsroom with editors and stories of the
// sizes that are measured, and prints one line of JSON: who signs in with which cookie, and where the stories are.

const vocabulary =
  "the tide came in over a wide grey flat and the harbour master said nothing of it for a while because boats were due before dark with crews who had been out since Monday in weather that kept most others at home while prices on the quay had fallen again and nobody could tell how long it would last".split(
    " ",
  );

/** Words that differ from place to place and are the same in every run. */
function prose(seed: number, count: number): string {
  let state = seed * 2_654_435_761 + 1;
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return vocabulary[state % vocabulary.length] ?? "and";
  };
  const words = Array.from({ length: count }, next);
  return words
    .map((word, at) => (at % 12 === 0 ? word.charAt(0).toUpperCase() + word.slice(1) : word))
    .map((word, at) => ((at + 1) % 12 === 0 || at === count - 1 ? `${word}.` : word))
    .join(" ");
}

const paragraphLength = 60;

/** A body of so many words, the quotations spread over it, each tied to one quote. */
function bodyOf(words: number, quoted: readonly { readonly id: string; readonly verbatim: string }[]): Body {
  const paragraphs = Math.ceil(words / paragraphLength);
  const every = quoted.length > 0 ? paragraphs / quoted.length : Number.POSITIVE_INFINITY;
  let used = 0;
  const content = Array.from({ length: paragraphs }, (_each, at): BodyNode => {
    const quote = at >= used * every ? quoted[used] : undefined;
    if (!quote) return { type: "paragraph", content: [{ type: "text", text: prose(at, paragraphLength) }] };
    used += 1;
    const mark = { type: "quote", attrs: { quoteId: quote.id } };
    return {
      type: "paragraph",
      content: [
        { type: "text", text: `${prose(at, paragraphLength - 14)} “` },
        { type: "text", text: quote.verbatim, marks: [mark] },
        { type: "text", text: "” said Piet Holm." },
      ],
    };
  });
  return { type: "doc", content };
}

const wordsOf = (headline: string, body: Body) =>
  blankWords({ headline, standfirst: "What was measured.", body });

async function person(number: number): Promise<Actor & { cookie: string }> {
  const id = newId();
  const name = `Bench Editor ${number}`;
  const role = "editor" as const;
  await database()
    .insert(users)
    .values({ id, name, role, email: `${id}@bench.example`, slug: `bench-${id}` });
  const token = await startSession(id, "bench", "password");
  const sealed = await encode({ token: { token }, secret: environment().sessionSecret });
  return { id, name, role, cookie: `verbatim-desk=${sealed}` };
}

async function quotesOnRecord(by: Actor, count: number): Promise<{ id: string; verbatim: string }[]> {
  const db = database();
  const [sourceId, occasionId] = [newId(), newId()];
  await db.insert(sources).values({ id: sourceId, kind: "person", name: "Piet Holm", createdBy: by.id });
  await db.insert(occasions).values({
    id: occasionId,
    sourceId,
    kind: "interview",
    channel: "phone",
    saidOn: "2026-11-20",
    groundRule: "on_record",
    createdBy: by.id,
  });
  const made = Array.from({ length: count }, (_each, at) => ({
    id: newId(),
    verbatim: prose(50_000 + at, 10),
  }));
  await db.insert(quotes).values(made.map((each) => ({ ...each, sourceId, occasionId, recordedBy: by.id })));
  return made;
}

async function story(by: Actor, headline: string, body: Body): Promise<string> {
  const { id } = await createStory(by);
  const save = { storyId: id, base: 1, key: newId(), kind: "autosave" as const, name: "" };
  const saved = await saveText(by, { ...save, words: wordsOf(headline, body) });
  if (!saved.ok) throw new Error(`not saved: ${saved.why.why}`);
  return id;
}

/** Adds automatic saves and named ones behind the newest, as years of work would. */
async function addRevisions(storyId: string, count: number): Promise<void> {
  const sql = postgres(process.env.DATABASE_URL_OWNER ?? "", { max: 1, onnotice: () => {} });
  const id = sql`('00000000-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid`;
  await sql.begin(async (tx) => {
    await tx`
      insert into revisions (id, story_id, number, kind, name, words, hash, save_key, by, at)
      select ${id}, r.story_id, r.number + n, case when n % 50 = 0 then 'named' else 'autosave' end,
        case when n % 50 = 0 then 'Before the desk saw it' else '' end,
        jsonb_set(r.words, '{standfirst}', to_jsonb('State ' || n)), r.hash, ${id}, r.by,
        r.at + n * interval '5 seconds'
      from generate_series(1, ${count}::int) as n
      join lateral (select * from revisions where story_id = ${storyId} order by number desc limit 1) r on true`;
    await tx`update stories set revision = revision + ${count}::int where id = ${storyId}`;
  });
  await sql`vacuum analyze revisions`;
  await sql.end();
}

const [editors = 200, revisions = 10_000] = process.argv.slice(2).map(Number);
const staff = [];
for (let number = 1; number <= editors; number += 1) staff.push(await person(number));
const [writer] = staff;
if (!writer) throw new Error("at least one editor is needed");
const quoted = await quotesOnRecord(writer, 200);
const large = await story(writer, "Twenty thousand words", bodyOf(20_000, quoted));
const huge = await story(writer, "A hundred thousand words", bodyOf(100_000, quoted));
const short = bodyOf(1_000, quoted.slice(0, 10));
const small = await story(writer, "A thousand words", short);
const old = await story(writer, "A long history", short);
await addRevisions(old, revisions);
const desks = [];
for (const each of staff) desks.push({ cookie: each.cookie, story: await story(each, each.name, short) });
process.stdout.write(
  `${JSON.stringify({ cookie: writer.cookie, large, huge, small, old, desks, words: wordsOf("A thousand words", short) })}\n`,
);
await closeDatabase();
