import { and, asc, eq, exists, isNull, sql } from "drizzle-orm";
import { builtOnce, database } from "../../client";
import { documentShowings, publications, publishedDocuments } from "../../schema/publications";

const documentsAsked = builtOnce((db) =>
  db
    .select({
      number: documentShowings.number,
      name: publishedDocuments.name,
      title: publishedDocuments.title,
      page: documentShowings.page,
    })
    .from(documentShowings)
    .innerJoin(publishedDocuments, eq(publishedDocuments.name, documentShowings.name))
    .where(eq(documentShowings.storyId, sql.placeholder("storyId")))
    .orderBy(asc(documentShowings.number), asc(publishedDocuments.title))
    .prepare("documents_shown"),
);

/** The documents that readers find beside the quotations of a story, by the number of the margin note. */
export const documentsShown = (storyId: string) => documentsAsked().execute({ storyId });

/** A document that readers may open: published, and shown by at least one story that is live at this moment. */
export async function publishedDocument(name: string) {
  const shown = database()
    .select({ name: documentShowings.name })
    .from(documentShowings)
    .innerJoin(publications, eq(publications.storyId, documentShowings.storyId))
    .where(and(eq(documentShowings.name, publishedDocuments.name), isNull(publications.withdrawnAt)));
  const [row] = await database()
    .select({ name: publishedDocuments.name, type: publishedDocuments.type, title: publishedDocuments.title })
    .from(publishedDocuments)
    .where(and(eq(publishedDocuments.name, name), exists(shown)));
  return row ?? null;
}
