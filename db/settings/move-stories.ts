import { sql } from "drizzle-orm";
import type { PublicName } from "@/domain/publication/document";
import type { Transaction } from "../client";

/** Moves what was published in a section to the address that the section has now, under the name that it has now. The
 * words stay as they were approved; each former address is kept and leads straight to the new one. A story whose new
 * address another story once had stays where it is. */
export async function moveStoriesOfSection(
  tx: Transaction,
  sectionId: string,
  from: string,
  now: PublicName,
): Promise<void> {
  if (from !== now.slug) {
    const moved = sql`${`/${now.slug}`} || substring(p.address from ${from.length + 2}::int)`;
    const moving = sql`p.section_id = ${sectionId} and starts_with(p.address, ${`/${from}/`})
      and not exists (select 1 from former_slugs f where f.address = ${moved} and f.story_id <> p.story_id)
      and not exists (select 1 from publications o where o.address = ${moved} and o.story_id <> p.story_id)`;
    await tx.execute(sql`insert into former_slugs (address, story_id)
      select p.address, p.story_id from publications p where ${moving} on conflict do nothing`);
    await tx.execute(sql`update publications p set address = ${moved},
      document = jsonb_set(p.document, '{address}', to_jsonb(${moved})) where ${moving}`);
  }
  await tx.execute(sql`update publications set document = jsonb_set(document, '{section}', ${JSON.stringify(now)}::jsonb)
    where section_id = ${sectionId}`);
}

/** Has what was published on a topic name it as it is called now. */
export async function renameTopicInStories(
  tx: Transaction,
  topicId: string,
  from: string,
  now: PublicName,
): Promise<void> {
  await tx.execute(sql`update publications p set document = jsonb_set(p.document, '{topics}', (
      select coalesce(jsonb_agg(case when each->>'slug' = ${from} then ${JSON.stringify(now)}::jsonb else each end
        order by place), '[]'::jsonb)
      from jsonb_array_elements(p.document->'topics') with ordinality as t(each, place)))
    from publication_topics of where of.story_id = p.story_id and of.topic_id = ${topicId}`);
}
