import { and, desc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { type Actor, isEditor } from "@/domain/people";
import type { EvidenceFile } from "@/domain/quote-record";
import type { NewEvidence } from "@/domain/quote-rules";
import { database, type Reader } from "../../client";
import { evidence, evidenceFiles, quotes, quoteUses } from "../../schema/sources";
import { stories } from "../../schema/stories";
import { visibleTo } from "./visible";

/** Which files of evidence a person may have: what they sent in, and what belongs to a quote that they recorded or that
 * a story of theirs shows. Editors may have all. That readers have the words before them opens no recording: a voice
 * tells more than the words. */
function filesFor(actor: Actor): SQL | undefined {
  if (isEditor(actor)) return undefined;
  const ofTheirQuotes = database()
    .select({ one: sql`1` })
    .from(evidence)
    .innerJoin(quotes, eq(quotes.id, evidence.quoteId))
    .leftJoin(quoteUses, eq(quoteUses.quoteId, quotes.id))
    .leftJoin(stories, eq(stories.id, quoteUses.storyId))
    .where(
      and(
        eq(evidence.fileId, evidenceFiles.id),
        or(eq(quotes.recordedBy, actor.id), and(sql`${stories.id} is not null`, visibleTo(actor))),
      ),
    );
  return or(eq(evidenceFiles.createdBy, actor.id), sql`exists ${ofTheirQuotes}`);
}

/** The file of that name, where the person may have it. */
export async function evidenceFileFor(actor: Actor, name: string) {
  const [row] = await database()
    .select({ name: evidenceFiles.name, type: evidenceFiles.type, title: evidenceFiles.title })
    .from(evidenceFiles)
    .where(and(eq(evidenceFiles.name, name), filesFor(actor)));
  return row ?? null;
}

/** How many files are offered to be used again. */
const mostOnHand = 60;

/** The files that the person may have, the newest first; before them those with words of one source. */
export async function evidenceFilesOnHand(actor: Actor, sourceId: string | null): Promise<EvidenceFile[]> {
  const ofSource = sourceId
    ? database()
        .select({ one: sql`1` })
        .from(evidence)
        .innerJoin(quotes, eq(quotes.id, evidence.quoteId))
        .where(and(eq(evidence.fileId, evidenceFiles.id), eq(quotes.sourceId, sourceId)))
    : null;
  return database()
    .select({
      id: evidenceFiles.id,
      name: evidenceFiles.name,
      kind: evidenceFiles.kind,
      type: evidenceFiles.type,
      title: evidenceFiles.title,
      publicName: evidenceFiles.publicName,
    })
    .from(evidenceFiles)
    .where(filesFor(actor))
    .orderBy(...(ofSource ? [desc(sql`exists ${ofSource}`)] : []), desc(evidenceFiles.createdAt))
    .limit(mostOnHand);
}

/** Whether every file that these pieces name is there, is of their kind, and is one that the person may have. */
export async function mayAttachFiles(
  reader: Reader,
  actor: Actor,
  pieces: readonly NewEvidence[],
): Promise<boolean> {
  const named = pieces.filter((piece) => piece.fileId);
  if (named.length === 0) return true;
  const ids = named.map((piece) => piece.fileId ?? "");
  const rows = await reader
    .select({ id: evidenceFiles.id, kind: evidenceFiles.kind })
    .from(evidenceFiles)
    .where(and(inArray(evidenceFiles.id, ids), filesFor(actor)));
  return named.every((piece) => rows.some((row) => row.id === piece.fileId && row.kind === piece.kind));
}
