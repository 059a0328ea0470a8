import postgres from "postgres";
import { migrate } from "@/db/migrate";
import { fillingOfDemonstration } from "@/db/seed/marks";

const fillingLock = 7_203_480;

/** Fills an empty embedded database with the demonstration newsroom. A filling that was cut off is thrown away first,
 * with the database it was in: it holds invented people only, for nobody is served before it is whole. */
export async function prepareDemonstration(
  urls: { ownerUrl: string; appRole: string | undefined },
  say: (line: string) => void,
): Promise<void> {
  if ((await fillingOfDemonstration()) === "whole") return;
  const sql = postgres(urls.ownerUrl, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    await sql`select pg_advisory_lock(${fillingLock})`;
    if ((await fillingOfDemonstration()) === "half") {
      say("The demonstration was not filled to its end: beginning it anew");
      await sql`drop schema if exists graphile_worker cascade`;
      await sql`drop schema if exists drizzle cascade`;
      await sql`drop schema public cascade`;
      await sql`create schema public`;
      await migrate(urls.ownerUrl, urls.appRole);
    }
    // A chunk of its own: a newsroom that is filled does not load what fills it.
    const { fillDemonstration } = await import("@/db/seed/demonstration");
    await fillDemonstration(say);
  } finally {
    await sql.end({ timeout: 2 });
  }
}
