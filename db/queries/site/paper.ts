import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { sections, settings } from "@/db/schema/paper";
import { defaultPaper, type Paper } from "@/domain/paper";

export type Section = { id: string; slug: string; name: string };

/** The paper as its newsroom set it, with the defaults for what it has not set, and its sections in their order, without those
 * that are retired. */
export async function paperWithSections(): Promise<{ paper: Paper; sections: Section[] }> {
  // Asked for at once, since every page waits for it.
  const [row] = await database().execute<{ paper: Partial<Paper> | null; sections: Section[] | null }>(sql`
    select (select ${settings.paper} from ${settings}) as paper,
      (select json_agg(json_build_object('id', ${sections.id}, 'slug', ${sections.slug}, 'name', ${sections.name})
        order by ${sections.position}, ${sections.slug}) from ${sections} where ${sections.retiredAt} is null) as sections`);
  const set = row?.paper ?? {};
  const policies = { ...defaultPaper.policies, ...set.policies };
  return { paper: { ...defaultPaper, ...set, policies }, sections: row?.sections ?? [] };
}
