import { sql } from "drizzle-orm";
import { timestamp, uuid } from "drizzle-orm/pg-core";
import { v7 } from "uuid";

/** UUIDv7 made in the app: sorts by time, and needs nothing of the database's version. */
export const newId = (): string => v7();

export const id = () => uuid("id").primaryKey().$defaultFn(newId);
export const moment = (name: string) => timestamp(name, { withTimezone: true });
/** The database's clock, not the app's. */
export const now = (name: string) => moment(name).notNull().default(sql`now()`);
