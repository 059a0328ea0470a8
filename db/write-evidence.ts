import { randomBytes } from "node:crypto";
import {
  and,
  eq,
  exists,
  gt,
  inArray,
  isNotNull,
  isNull,
  lt,
  ne,
  not,
  type SQLWrapper,
  sql,
} from "drizzle-orm";
import type { EvidenceType } from "@/domain/evidence-files";
import { type Actor, isEditor } from "@/domain/people";
import { noteNumbers } from "@/domain/publication/publication";
import { type EvidenceFile, isWithheld } from "@/domain/quote-record";
import type { Refusal } from "@/domain/refusal";
import { ok, type Result, refuse } from "@/domain/result";
import { database, inTransaction, type Transaction } from "./client";
import { purge } from "./purge";
import { deskEvents } from "./schema/people";
import { documentShowings, publications, publishedDocuments } from "./schema/publications";
import { evidence, evidenceFiles, quoteUses } from "./schema/sources";
import { revisions, stories } from "./schema/stories";
import { quoteIdsIn, recordsOf } from "./stories/records";

/** Puts a file on record that is kept already. */
export async function addEvidenceFile(
  actor: Actor,
  file: EvidenceType & { readonly name: string; readonly bytes: number; readonly title: string },
): Promise<EvidenceFile> {
  return inTransaction(async (tx) => {
    const { ending: _, ...columns } = file;
    const [row] = await tx
      .insert(evidenceFiles)
      .values({ ...columns, createdBy: actor.id })
      .returning();
    if (!row) throw new Error("The file's row was not answered.");
    await tx.insert(deskEvents).values({ actorId: actor.id, kind: "evidence_added", subject: row.id });
    return row;
  });
}

/** In one round; what is left waits for the next. */
const mostCleared = 200;

/** Clears files away that no evidence names: those that were sent with a form which was never saved, and those whose
 * evidence was taken away. Each stays for thirty days from when it was first found so, for a form may stay open and
 * evidence be put back. `remove` takes the bytes away before the row is gone, so that none is left without a row.
 * Answers how many went. */
export async function clearUnnamedFiles(remove: (name: string) => Promise<void>): Promise<number> {
  const db = database();
  const isNamed = exists(db.select().from(evidence).where(eq(evidence.fileId, evidenceFiles.id)));
  await db
    .update(evidenceFiles)
    .set({ unnamedSince: null })
    .where(and(isNotNull(evidenceFiles.unnamedSince), isNamed));
  await db
    .update(evidenceFiles)
    .set({ unnamedSince: sql`now()` })
    .where(and(isNull(evidenceFiles.unnamedSince), isNull(evidenceFiles.publicName), not(isNamed)));
  const due = await db
    .select({ id: evidenceFiles.id })
    .from(evidenceFiles)
    .where(lt(evidenceFiles.unnamedSince, sql`now() - interval '30 days'`))
    .limit(mostCleared);
  let cleared = 0;
  for (const { id } of due) if (await clearFile(id, remove)) cleared += 1;
  return cleared;
}

/** Whoever names the file at this very moment waits for the lock, or has it kept. */
const clearFile = (id: string, remove: (name: string) => Promise<void>): Promise<boolean> =>
  inTransaction(async (tx) => {
    const [file] = await tx
      .select({ name: evidenceFiles.name, publicName: evidenceFiles.publicName })
      .from(evidenceFiles)
      .where(eq(evidenceFiles.id, id))
      .for("update", { skipLocked: true });
    if (!file || file.publicName || (await quotesWith(tx, id)).length > 0) return false;
    await remove(file.name);
    await tx.delete(evidenceFiles).where(eq(evidenceFiles.id, id));
    await tx.insert(deskEvents).values({ kind: "evidence_cleared", subject: id });
    return true;
  });

/** Puts a copy of one document before readers, beside the words that it is evidence for. Only an editor may, and never
 * with a document of somebody whom readers are not told. `copy` puts the file in place, before any row names it. */
export async function publishDocument(
  actor: Actor,
  id: string,
  copy: (from: string, to: string) => Promise<void>,
): Promise<Result<{ purged: number }, Refusal>> {
  if (!isEditor(actor)) return refuse("editors_only");
  return inTransaction(async (tx) => {
    const [file] = await tx.select().from(evidenceFiles).where(eq(evidenceFiles.id, id)).for("update");
    if (file?.kind !== "document") return refuse("not_found" as const);
    if (file.publicName) return refuse("already_there" as const);
    const quoteIds = await quotesWith(tx, id);
    const records = await recordsOf(tx, quoteIds);
    if (records.length === 0) return refuse("not_found" as const);
    if (records.some(isWithheld)) return refuse("document_withheld" as const);
    const shown = tx
      .select({ id: quoteUses.storyId })
      .from(quoteUses)
      .where(inArray(quoteUses.quoteId, quoteIds));
    if (await isHeldBack(tx, shown)) return refuse("embargoed" as const);
    const name = `${randomBytes(16).toString("hex")}${file.name.slice(32)}`;
    await copy(file.name, name);
    await tx.update(evidenceFiles).set({ publicName: name }).where(eq(evidenceFiles.id, id));
    await tx.insert(publishedDocuments).values({ name, title: file.title, type: file.type });
    await tx.insert(deskEvents).values({ actorId: actor.id, kind: "document_published", subject: id });
    const live = await tx
      .select({ id: publications.storyId })
      .from(publications)
      .where(inArray(publications.storyId, shown))
      .orderBy(publications.storyId)
      .for("update");
    for (const story of live) await showDocuments(tx, story.id);
    return ok({ purged: await purge(tx, ["*"]) });
  });
}

/** Whether one of the stories is live with a change that is under embargo: what is put beside it is seen at once, and may
 * be the very thing that is held back. */
async function isHeldBack(tx: Transaction, storyIds: SQLWrapper): Promise<boolean> {
  const [held] = await tx
    .select({ id: stories.id })
    .from(stories)
    .innerJoin(publications, eq(publications.storyId, stories.id))
    .where(and(inArray(stories.id, storyIds), gt(stories.embargoUntil, sql`now()`)))
    .limit(1);
  return held !== undefined;
}

/** Takes a document from readers at once: its address answers 404 from the commit on. `name` is the copy to be removed. */
export async function withdrawDocument(
  actor: Actor,
  id: string,
): Promise<Result<{ name: string; purged: number }, Refusal>> {
  if (!isEditor(actor)) return refuse("editors_only");
  return inTransaction(async (tx) => {
    const [file] = await tx.select().from(evidenceFiles).where(eq(evidenceFiles.id, id)).for("update");
    if (!file?.publicName) return refuse("not_found" as const);
    await tx.update(evidenceFiles).set({ publicName: null }).where(eq(evidenceFiles.id, id));
    await tx.delete(publishedDocuments).where(eq(publishedDocuments.name, file.publicName));
    await tx.insert(deskEvents).values({ actorId: actor.id, kind: "document_withdrawn", subject: id });
    return ok({ name: file.publicName, purged: await purge(tx, ["*"]) });
  });
}

async function quotesWith(tx: Transaction, fileId: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: evidence.quoteId })
    .from(evidence)
    .where(eq(evidence.fileId, fileId));
  return rows.map((row) => row.id);
}

/** Puts down beside which quotations of a live story readers find published documents, as the published revision shows
 * them. Nothing of a withheld source is among them. */
export async function showDocuments(tx: Transaction, storyId: string): Promise<void> {
  await tx.delete(documentShowings).where(eq(documentShowings.storyId, storyId));
  const [live] = await tx
    .select({ words: revisions.words })
    .from(publications)
    .innerJoin(
      revisions,
      and(
        eq(revisions.storyId, publications.storyId),
        eq(revisions.number, publications.revision),
        ne(revisions.kind, "branch"),
      ),
    )
    .where(and(eq(publications.storyId, storyId), isNull(publications.withdrawnAt)));
  if (!live) return;
  const records = await recordsOf(tx, quoteIdsIn(live.words.body));
  const numbers = noteNumbers(live.words, records);
  const rows = records
    .filter((record) => !isWithheld(record))
    .flatMap((record) =>
      record.evidence.flatMap(({ file, page }) => {
        const number = numbers.get(record.id);
        return file?.publicName && number ? [{ name: file.publicName, storyId, number, page }] : [];
      }),
    );
  if (rows.length > 0) await tx.insert(documentShowings).values(rows).onConflictDoNothing();
}
