import postgres from "postgres";

/** Something in the environment or the database with which the server must not start; one line. */
export class NotFit extends Error {}

/** Looks at the database before anything is kept in it. Throws a NotFit when it cannot be reached, is too old, or may
 * lose what it has said it saved. */
export async function checkDatabase(name: string, url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 8, onnotice: () => {} });
  try {
    await judge(name, sql);
  } catch (error) {
    if (error instanceof NotFit) throw error;
    throw new NotFit(`${name}: the database at ${placeOf(url)} cannot be reached (${reasonOf(error)}).`);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function judge(name: string, sql: postgres.Sql): Promise<void> {
  const rows = await sql<{ name: string; setting: string }[]>`
    select name, setting from pg_settings
    where name in ('fsync', 'full_page_writes', 'synchronous_commit', 'server_version_num', 'server_encoding')`;
  const settings = new Map(rows.map((row) => [row.name, row.setting]));
  for (const must of ["fsync", "full_page_writes", "synchronous_commit"]) {
    if (settings.get(must) === "off") {
      throw new NotFit(
        `${name}: the database has ${must} off, so a crash could lose what was saved; turn it on.`,
      );
    }
  }
  if (Number(settings.get("server_version_num")) < 140_000)
    throw new NotFit(`${name}: PostgreSQL 14 or newer is needed.`);
  if (settings.get("server_encoding") !== "UTF8")
    throw new NotFit(`${name}: the database must have the encoding UTF8.`);
}

function placeOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : "the address given";
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const known: Record<string, string> = {
    "28P01": "the password is refused",
    "28000": "the user is refused",
    "3D000": "there is no such database",
    ECONNREFUSED: "nothing listens there",
    ENOTFOUND: "there is no such host",
    CONNECT_TIMEOUT: "no answer",
  };
  return known[code] ?? (code || "unknown reason");
}
