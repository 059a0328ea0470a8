import { asc, isNull } from "drizzle-orm";
import { database } from "@/db/client";
import { sections, settings } from "@/db/schema/paper";
import { defaultPaper, type Paper } from "@/domain/paper";

export type Section = { id: string; slug: string; name: string };

/** The paper as its newsroom set it, with the defaults for what it has not set, and its sections in their order, without those
 * that are retired. */
export async function paperWithSections(): Promise<{ paper: Paper; sections: Section[] }> {
  const [rows, found] = await Promise.all([
    database().select({ paper: settings.paper }).from(settings).limit(1),
    database()
      .select({ id: sections.id, slug: sections.slug, name: sections.name })
      .from(sections)
      .where(isNull(sections.retiredAt))
      .orderBy(asc(sections.position), asc(sections.slug)),
  ]);
  const set: Partial<Paper> = rows[0]?.paper ?? {};
  const policies = { ...defaultPaper.policies, ...set.policies };
  return { paper: { ...defaultPaper, ...set, policies }, sections: found };
}
