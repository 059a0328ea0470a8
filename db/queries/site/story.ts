import { asc, eq, inArray, sql } from "drizzle-orm";
import { builtOnce, database } from "@/db/client";
import { corrections, formerSlugs, publications } from "@/db/schema/publications";
import { correctionShown } from "./corrections";

const columns = {
  storyId: publications.storyId,
  address: publications.address,
  headline: publications.headline,
  document: publications.document,
  publishedAt: publications.publishedAt,
  updatedAt: publications.updatedAt,
  withdrawnAt: publications.withdrawnAt,
  withdrawalNote: publications.withdrawalNote,
};

const atAddress = builtOnce((db) =>
  db
    .select(columns)
    .from(publications)
    .where(eq(publications.address, sql.placeholder("address")))
    .limit(1)
    .prepare("publication_at"),
);

/** The publication at an address, live or withdrawn; nothing if there was never one. */
export async function publicationAt(address: string) {
  const rows = await atAddress().execute({ address });
  return rows[0];
}

/** The publication of a story by its id, live or withdrawn; nothing if there was never one. */
export async function publicationNamed(storyId: string) {
  const rows = await database()
    .select(columns)
    .from(publications)
    .where(eq(publications.storyId, storyId))
    .limit(1);
  return rows[0];
}

/** Where the story of a former address is now. */
export async function addressInstead(address: string): Promise<string | undefined> {
  const rows = await database()
    .select({ address: publications.address })
    .from(formerSlugs)
    .innerJoin(publications, eq(publications.storyId, formerSlugs.storyId))
    .where(eq(formerSlugs.address, address))
    .limit(1);
  return rows[0]?.address;
}

/** The one address among these that has a publication: for a story asked for under another section. Two are a guess: none. */
export async function onlyAddressAmong(addresses: string[]): Promise<string | undefined> {
  if (addresses.length === 0) return undefined;
  const rows = await database()
    .select({ address: publications.address })
    .from(publications)
    .where(inArray(publications.address, addresses))
    .limit(2);
  return rows.length === 1 ? rows[0]?.address : undefined;
}

const correctionsAsked = builtOnce((db) =>
  db
    .select(correctionShown)
    .from(corrections)
    .where(eq(corrections.storyId, sql.placeholder("storyId")))
    .orderBy(asc(corrections.at))
    .prepare("corrections_of"),
);

/** What was corrected in a story, oldest first. */
export const correctionsOf = (storyId: string) => correctionsAsked().execute({ storyId });
