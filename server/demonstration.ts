import postgres from "postgres";
import { migrate } from "@/db/migrate";
import { fillingOfDemonstration } from "@/db/seed/marks";
import { sourceToSeal } from "@/db/seed/source-to-seal";
import { grantSeal, keepSeal } from "@/db/write-seals";
import { sealIdentity } from "./sealing";
import { sourceKeys } from "./source-keys";

/** One sealed identity, invented as everybody else, so that a newcomer sees what a seal is. Encrypted out here: what
 * fills a database knows no keys. */
async function sealDemonstration(): Promise<void> {
  const who = await sourceToSeal();
  if (!who) return;
  const identity = {
    identity: "Wenna Trask, deckhand, night boat",
    contact: "Through her sister at the chandlery, never by phone",
    remarks: "Was promised that her log is not described.",
  };
  const kept = await keepSeal(who.bringer, who.sourceId, (version) =>
    sealIdentity(who.sourceId, identity, version, sourceKeys(version)),
  );
  if (kept.ok) await grantSeal(who.bringer, { sourceId: who.sourceId, userId: who.editorId, days: 30 });
}

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
    await sealDemonstration();
  } finally {
    await sql.end({ timeout: 2 });
  }
}
