import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

/** Newest first, as the indexes have it: they end with the nulls there never are, and one that begins with them is no use. */
export const newestOf = (column: SQLWrapper): SQL => sql`${column} desc nulls last`;
