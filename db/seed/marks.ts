import { and, eq, inArray } from "drizzle-orm";
import { database } from "@/db/client";
import { deskEvents } from "@/db/schema/people";

/** The events by which a database tells how far the filling of the demonstration came. */
export const marks = { begun: "demonstration_begun", filled: "demonstration_filled" } as const;

/** How far the filling came. A database that is `half` filled is to be dropped and made anew. */
export async function fillingOfDemonstration(): Promise<"none" | "half" | "whole"> {
  const found = await database()
    .select({ kind: deskEvents.kind })
    .from(deskEvents)
    .where(and(inArray(deskEvents.kind, [marks.begun, marks.filled]), eq(deskEvents.refused, false)));
  if (found.some(({ kind }) => kind === marks.filled)) return "whole";
  return found.length > 0 ? "half" : "none";
}
