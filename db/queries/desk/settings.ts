import { eq } from "drizzle-orm";
import type { Paper } from "@/domain/paper";
import { type Actor, isAdmin } from "@/domain/people";
import { database } from "../../client";
import { settings } from "../../schema/paper";
import { paperOf } from "./paper";

/** The paper's settings with the revision that a change is based on; null for who may not change them. */
export async function settingsForEditing(actor: Actor): Promise<{ paper: Paper; revision: number } | null> {
  if (!isAdmin(actor)) return null;
  const [paper, [row]] = await Promise.all([
    paperOf(),
    database().select({ revision: settings.revision }).from(settings).where(eq(settings.one, 1)),
  ]);
  // A newsroom that has set nothing yet begins with the row that the first change makes.
  return { paper, revision: row?.revision ?? 1 };
}
