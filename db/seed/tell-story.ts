import { database } from "@/db/client";
import { correctStory, publishStory, withdrawStory } from "@/db/publish";
import { storyForDesk } from "@/db/queries/desk/story";
import { type Save, saveText } from "@/db/save-text";
import { newId } from "@/db/schema/columns";
import { recordsOf } from "@/db/stories/records";
import { suggestText } from "@/db/suggest-text";
import { disputeQuote } from "@/db/write-disputes";
import { publishDocument } from "@/db/write-evidence";
import { setForReaders } from "@/db/write-for-readers";
import { mergeSources } from "@/db/write-merges";
import { saveQuote, verifyQuote } from "@/db/write-quotes";
import { attest } from "@/db/write-sources";
import { agreeToUse, keepReply, logCondition, type ReplyEntry, weighSource } from "@/db/write-sourcing";
import { assignStory, createStory, moveStory, scheduleStory, setEmbargo } from "@/db/write-story";
import { suggest } from "@/db/write-suggestions";
import { addNote, comment, openThread, resolveThread } from "@/db/write-talk";
import type { Body } from "@/domain/body/body";
import type { Actor } from "@/domain/people";
import type { NewEvidence, NewOccasion, NewSource } from "@/domain/quote-rules";
import type { Result } from "@/domain/result";
import type { Words } from "@/domain/words";
import { copyForReaders } from "@/server/evidence";
import type { Calendar } from "./calendar";
import { keepDocument } from "./documents";
import { keepRecording, tapeSeconds } from "./evidence";
import type { KeptPictures } from "./keep-pictures";
import { type Shape, tidewaterRecord } from "./paper";
import type { Staff } from "./people";
import type { SeedStory, Step } from "./plan";
import type { SeedEvidence, SeedQuote } from "./records";
import type { SourceName } from "./sources";
import { bodyFrom, firstBlocks } from "./story-text";

/** What all stories of the demonstration share. */
export type Newsroom = {
  readonly staff: Staff;
  readonly shape: Shape;
  readonly pictures: KeptPictures;
  readonly sources: Readonly<Record<SourceName, NewSource>>;
  readonly now: Date;
};

type Telling = {
  readonly room: Newsroom;
  readonly story: SeedStory;
  readonly calendar: Calendar;
  readonly id: string;
  readonly quoteIds: ReadonlyMap<string, string>;
  revision: number;
};

/** Brings one story into the newsroom by the writers that the desk uses, step by step. Answers its id. */
export async function tellStory(room: Newsroom, story: SeedStory, calendar: Calendar): Promise<string> {
  const author = room.staff[story.by];
  const { id } = await createStory(author);
  const quoteIds = new Map<string, string>();
  const occasions: Occasions = new Map();
  for (const [key, quote] of Object.entries(story.quotes)) {
    quoteIds.set(key, await recordQuote(room, quote, { by: story.by, storyId: id, calendar, occasions }));
  }
  const telling: Telling = { room, story, calendar, id, quoteIds, revision: 1 };
  for (const step of story.life) await take(telling, step);
  return id;
}

/** An occasion is of one source: where two people were heard together, there are two. */
type Occasions = Map<string, NewOccasion>;

type Setting = {
  readonly by: SeedStory["by"];
  /** Left out for words that are meant for no story. */
  readonly storyId?: string;
  readonly calendar: Calendar;
  readonly occasions: Occasions;
};

/** A short recording is there to be heard, and some documents to be opened: of the others the demonstration has the time
 * codes and the titles alone. */
async function fileFor(piece: SeedEvidence, by: Actor): Promise<Pick<NewEvidence, "fileId" | "endsAt">> {
  if (piece.document) return { fileId: await keepDocument(by, piece.document) };
  if (piece.kind !== "recording" || piece.startsAt === null || piece.startsAt + 6 > tapeSeconds) return {};
  return { fileId: await keepRecording(by), endsAt: piece.startsAt + 6 };
}

/** Puts a quote on record and takes it up the ladder. Answers its id. */
export async function recordQuote(room: Newsroom, quote: SeedQuote, setting: Setting): Promise<string> {
  const { calendar, occasions } = setting;
  const { day, ...held } = quote.occasion;
  const heard = JSON.stringify([quote.source, quote.occasion]);
  const occasion = occasions.get(heard) ?? { ...held, id: newId(), saidOn: calendar.dateOf(day) };
  occasions.set(heard, occasion);
  const id = newId();
  const entry = {
    id,
    storyId: setting.storyId,
    source: { new: room.sources[quote.source] },
    occasion: { new: occasion },
    verbatim: calendar.dated(quote.verbatim),
    translation: quote.translation ?? "",
    language: quote.language ?? tidewaterRecord.language,
    groundRule: quote.groundRule,
    statement: quote.statement ?? null,
    evidence: await Promise.all(
      quote.evidence.map(async ({ document, ...piece }) => ({
        ...piece,
        text: calendar.dated(piece.text),
        ...(await fileFor({ ...piece, document }, room.staff[setting.by])),
      })),
    ),
    note: quote.note ?? "",
  };
  done(await saveQuote(room.staff[setting.by], entry), `recording “${quote.verbatim}”`);
  for (const [step, by] of [
    ["checked", quote.checkedBy],
    ["confirmed", quote.confirmedBy],
  ] as const) {
    if (by)
      done(
        await verifyQuote(room.staff[by[0]], { id, step, against: by[1] }),
        `checking “${quote.verbatim}”`,
      );
  }
  return id;
}

async function take(telling: Telling, step: Step): Promise<void> {
  const { room, story, calendar, id } = telling;
  const what = `${story.key}: ${step.do}`;
  const target = { id };
  if (step.do === "save") return save(telling, step);
  if (step.do === "send") return done(await moveStory(room.staff[story.by], target, "send"), what);
  const actor = room.staff[step.by];
  switch (step.do) {
    case "send back":
      return done(await moveStory(actor, target, "send_back", step.note), what);
    case "approve":
      return done(await moveStory(actor, target, "approve"), what);
    case "publish":
      return done(await publishStory(actor, target), what);
    case "publish document": {
      const [record] = await recordsOf(database(), [quoteIdFor(telling, step.of)]);
      const file = record?.evidence.find((piece) => piece.file?.kind === "document")?.file;
      return done(await publishDocument(actor, file?.id ?? "", copyForReaders), what);
    }
    case "quote on card": {
      const choice = {
        withoutAppeal: false,
        withoutReplies: false,
        cardQuoteId: quoteIdFor(telling, step.of),
      };
      return done(await setForReaders(actor, id, choice), what);
    }
    case "schedule":
      return done(await scheduleStory(actor, id, calendar.momentOf(step.at), tidewaterRecord.zone), what);
    case "embargo":
      return done(await setEmbargo(actor, id, calendar.momentOf(step.until)), what);
    case "correct":
      return done(
        await correctStory(actor, target, {
          kind: step.kind,
          text: calendar.dated(step.text),
          was: calendar.dated(step.was ?? ""),
          says: calendar.dated(step.says ?? ""),
        }),
        what,
      );
    case "withdraw":
      return done(await withdrawStory(actor, id, step), what);
    case "assign": {
      const dueAt = step.dueInHours === null ? null : hoursFrom(room.now, step.dueInHours);
      const authorIds = step.to.map((name) => room.staff[name].id);
      return done(await assignStory(actor, target, { authorIds, dueAt, note: step.note }), what);
    }
    case "vouch": {
      const sourceId = room.sources[step.source].id;
      return done(await attest(actor, { sourceId, how: step.how }), what);
    }
    case "weigh": {
      const sourceId = room.sources[step.source].id;
      return done(await weighSource(actor, { storyId: id, sourceId, weight: step.weight }), what);
    }
    case "agree": {
      const sourceId = room.sources[step.source].id;
      return done(await agreeToUse(actor, { storyId: id, sourceId, use: step.use }), what);
    }
    case "condition": {
      const sourceId = room.sources[step.source].id;
      const { asked, decision, detail } = step;
      return done(await logCondition(actor, { id: newId(), sourceId, asked, decision, detail }), what);
    }
    case "ask for reply":
      return done(await keepReply(actor, replyOf(telling, step)), what);
    case "merge": {
      const [from, into] = [room.sources[step.from], room.sources[step.into]];
      return done(await mergeSources(actor, { fromId: from.id, intoId: into.id }), what);
    }
    case "dispute": {
      const quoteId = telling.quoteIds.get(step.quote) ?? "";
      return done(await disputeQuote(actor, { id: quoteId, state: "disputed", why: step.why }), what);
    }
    case "note":
      return done(await addNote(actor, id, calendar.dated(step.text)), what);
    case "comment":
      return talk(telling, step);
    case "suggest by typing":
      return done(await typeOver(actor, id, step), what);
    case "suggest":
      return done(
        await suggest(actor, id, {
          field: "body",
          passage: step.on,
          before: "",
          after: "",
          replacement: step.instead,
          why: step.why,
        }),
        what,
      );
  }
}

async function typeOver(actor: Actor, id: string, { on, instead }: { on: string; instead: string }) {
  const story = await storyForDesk(actor, id);
  const text = JSON.stringify(story?.words.body);
  if (!story || !text.includes(on)) throw new Error(`the text does not hold: ${on}`);
  const { headline, standfirst } = story.words;
  const body: Body = JSON.parse(text.replace(on, instead));
  return suggestText(actor, id, {
    revision: story.revision,
    seen: [],
    words: { headline, standfirst, body },
  });
}

function replyOf({ room, calendar, id }: Telling, step: Step & { do: "ask for reply" }): ReplyEntry {
  const { whom, about, how, outcome, answer } = step;
  return {
    id: newId(),
    storyId: id,
    sourceId: step.source && room.sources[step.source].id,
    whom,
    about,
    how,
    outcome,
    answer,
    contactedAt: calendar.momentOf(step.at),
    deadline: step.deadline && calendar.momentOf(step.deadline),
  };
}

/** A full quarter of an hour, as people set a deadline. */
const hoursFrom = (now: Date, hours: number): Date =>
  new Date(Math.round((now.getTime() + hours * 3_600_000) / 900_000) * 900_000);

async function save(telling: Telling, step: Step & { do: "save" }): Promise<void> {
  const { room, story } = telling;
  const given: Save = {
    storyId: telling.id,
    base: telling.revision,
    key: newId(),
    kind: step.name ? "named" : "autosave",
    name: step.name ?? "",
    words: wordsOf(telling, step),
  };
  const saved = await saveText(room.staff[step.by ?? story.by], given);
  if (!saved.ok) throw new Error(`${story.key}: save: ${saved.why.why}`);
  telling.revision = saved.value.revision;
}

function quoteIdFor({ story, quoteIds }: Pick<Telling, "story" | "quoteIds">, key: string): string {
  const id = quoteIds.get(key);
  if (!id) throw new Error(`${story.key}: there is no quote ${key}`);
  return id;
}

function wordsOf({ room, story, calendar, quoteIds }: Telling, step: Step & { do: "save" }): Words {
  const whole = calendar.dated(step.text ?? story.text);
  const picture = (name: string) => {
    const kept = [...room.pictures].find(([scene]) => scene === name)?.[1];
    if (!kept) throw new Error(`${story.key}: there is no picture ${name}`);
    return kept;
  };
  const quoteId = (key: string) => quoteIdFor({ story, quoteIds }, key);
  return {
    headline: calendar.dated(step.headline ?? story.headline),
    standfirst: calendar.dated(step.standfirst ?? story.standfirst),
    kicker: story.kicker,
    slug: story.slug ?? "",
    language: tidewaterRecord.language,
    sectionId: story.section && room.shape.sectionId(story.section),
    topicIds: story.topics.map((topic) => room.shape.topicId(topic)),
    hero: story.hero && picture(story.hero),
    body: bodyFrom(step.blocks === undefined ? whole : firstBlocks(whole, step.blocks), { quoteId, picture }),
  };
}

async function talk({ room, story, id }: Telling, step: Step & { do: "comment" }): Promise<void> {
  const { on: passage, text, mustResolve } = step;
  const thread = await openThread(room.staff[step.by], id, { passage, text, mustResolve });
  if (!thread.ok) throw new Error(`${story.key}: a comment was refused: ${thread.why}`);
  for (const [who, answer] of step.answers) {
    done(await comment(room.staff[who], thread.value.id, answer), `${story.key}: answer`);
  }
  if (step.resolvedBy) {
    done(await resolveThread(room.staff[step.resolvedBy], thread.value.id), `${story.key}: resolve`);
  }
}

/** The demonstration keeps the house rules, so nothing of it may be refused. */
export function done(result: Result<unknown, unknown>, what: string): void {
  if (!result.ok) throw new Error(`the demonstration could not be filled in: ${what}: ${String(result.why)}`);
}
