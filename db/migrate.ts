import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

const migrationLock = 7_203_411;

/** Brings the database to the state that this release needs. One runner at a time: the others wait, then find nothing to do.
 * `ownerUrl` names a role that may create tables; `appRole`, where it is another, gets what the app needs and no more. */
export async function migrate(ownerUrl: string, appRole?: string): Promise<void> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => {}, connect_timeout: 10 });
  try {
    await client`select pg_advisory_lock(${migrationLock})`;
    await runMigrations(drizzle(client), { migrationsFolder: join(process.cwd(), "db/migrations") });
    if (appRole) await grant(client, appRole);
  } finally {
    await client.end({ timeout: 5 });
  }
}

/** Tables to which the app may add and which it may never change. */
export const appendOnly = [
  "story_events",
  "desk_events",
  "revisions",
  "reveals",
  "attestations",
  "quote_events",
  "former_slugs",
  "unnamed_approvals",
  "source_conditions",
  "erased_identities",
  "correction_wordings",
  "quote_disputes",
  "quote_addresses",
];

async function grant(client: postgres.Sql, appRole: string): Promise<void> {
  const role = client(appRole);
  await client`grant usage on schema public to ${role}`;
  await client`grant select, insert, update, delete on all tables in schema public to ${role}`;
  await client`grant usage on all sequences in schema public to ${role}`;
  for (const table of appendOnly) {
    await client`revoke update, delete, truncate on ${client(table)} from ${role}`;
  }
  await client`revoke delete, truncate on corrections from ${role}`;
}
