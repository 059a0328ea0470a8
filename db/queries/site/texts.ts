import { and, asc, inArray, isNull } from "drizzle-orm";
import { database } from "@/db/client";
import { corrections, publications } from "@/db/schema/publications";
import { correctionShown } from "./corrections";

/** The whole texts of those of these stories that are live, each with what was corrected in it, oldest first. */
export async function textsOf(storyIds: readonly string[]) {
  if (storyIds.length === 0) return new Map<string, never>();
  const ids = [...storyIds];
  const [documents, corrected] = await Promise.all([
    database()
      .select({ storyId: publications.storyId, document: publications.document })
      .from(publications)
      .where(and(inArray(publications.storyId, ids), isNull(publications.withdrawnAt))),
    database()
      .select({ storyId: corrections.storyId, ...correctionShown })
      .from(corrections)
      .where(inArray(corrections.storyId, ids))
      .orderBy(asc(corrections.at)),
  ]);
  return new Map(
    documents.map(({ storyId, document }) => [
      storyId,
      { document, corrections: corrected.filter((each) => each.storyId === storyId) },
    ]),
  );
}
