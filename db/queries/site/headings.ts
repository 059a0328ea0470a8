import { and, eq } from "drizzle-orm";
import { database } from "@/db/client";
import { formerHeadings, sections, topics } from "@/db/schema/paper";

/** A section by the name in its address, retired ones too: what was published in it stays to be read. */
export async function sectionNamed(slug: string) {
  const [row] = await database()
    .select({ id: sections.id, slug: sections.slug, name: sections.name })
    .from(sections)
    .where(eq(sections.slug, slug));
  return row;
}

/** The address that the section or topic has now which once had this one. */
export async function headingInstead(
  heading: "section" | "topic",
  slug: string,
): Promise<string | undefined> {
  const table = heading === "section" ? sections : topics;
  const one = heading === "section" ? formerHeadings.sectionId : formerHeadings.topicId;
  const [row] = await database()
    .select({ slug: table.slug })
    .from(formerHeadings)
    .innerJoin(table, eq(table.id, one))
    .where(and(eq(formerHeadings.heading, heading), eq(formerHeadings.slug, slug)));
  return row?.slug;
}
