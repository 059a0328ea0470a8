import { eq } from "drizzle-orm";
import { defaultPaper, type Paper } from "@/domain/paper";
import type { Transaction } from "../client";
import { settings } from "../schema/paper";

/** Takes the one row of settings, which is made with the defaults if it is not there yet. Whoever changes the paper
 * holds it, so that two changes come one after the other. */
export async function lockPaper(tx: Transaction): Promise<{ paper: Paper; revision: number }> {
  await tx.insert(settings).values({ one: 1, paper: defaultPaper }).onConflictDoNothing();
  const [row] = await tx
    .select({ paper: settings.paper, revision: settings.revision })
    .from(settings)
    .where(eq(settings.one, 1))
    .for("update");
  if (!row) throw new Error("the row of settings could not be made");
  return { paper: { ...defaultPaper, ...row.paper }, revision: row.revision };
}
