import { asc, eq, sql } from "drizzle-orm";
import { database, type Reader } from "@/db/client";
import { sections, settings, topics } from "@/db/schema/paper";
import { defaultPaper, type Paper } from "@/domain/paper";

/** The newsroom's settings; the defaults where nothing has been set. */
export async function paperOf(reader: Reader = database()): Promise<Paper> {
  const [row] = await reader.select({ paper: settings.paper }).from(settings).where(eq(settings.one, 1));
  return { ...defaultPaper, ...row?.paper, house: { ...defaultPaper.house, ...row?.paper.house } };
}

/** Sections in the paper's order, topics by name; the retired ones too, marked. */
export async function shapeOfPaper(reader: Reader = database()) {
  const [allSections, allTopics] = await Promise.all([
    reader
      .select({
        id: sections.id,
        slug: sections.slug,
        name: sections.name,
        language: sections.language,
        retired: sql<boolean>`${sections.retiredAt} is not null`,
      })
      .from(sections)
      .orderBy(asc(sections.position), asc(sections.name)),
    reader
      .select({
        id: topics.id,
        slug: topics.slug,
        name: topics.name,
        retired: sql<boolean>`${topics.retiredAt} is not null`,
      })
      .from(topics)
      .orderBy(asc(topics.name)),
  ]);
  return { sections: allSections, topics: allTopics };
}
