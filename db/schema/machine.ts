import { bigint, pgTable, text } from "drizzle-orm/pg-core";
import { id, moment, now } from "./columns";

/** Addresses whose ready pages every instance has to drop. Numbered under a lock, so that numbers are in the order of commits. */
export const purges = pgTable("purges", {
  id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  addresses: text("addresses").array().notNull(),
  createdAt: now("created_at"),
});

/** The server processes that are alive, and the last purge each has carried out. */
export const instances = pgTable("instances", {
  id: id(),
  startedAt: now("started_at"),
  heartbeatAt: moment("heartbeat_at").notNull(),
  appliedPurge: bigint("applied_purge", { mode: "number" }).notNull().default(0),
});
