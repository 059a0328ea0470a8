import { randomInt } from "node:crypto";
import postgres from "postgres";
import { tokenHash } from "@/db/people/sessions";

// No letters or digits that look alike.
const alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

/** While a database has no admin: makes the one-time code with which the first is made at /desk/set-up, and keeps its
 * hash in the place of any former one. Answers null once there is an admin. */
export async function makeSetUpCode(ownerUrl: string): Promise<string | null> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const admins = await sql`select 1 from users where role = 'admin' and deactivated_at is null limit 1`;
    if (admins.length > 0) return null;
    const letters = Array.from({ length: 16 }, () => alphabet[randomInt(alphabet.length)]).join("");
    const code = letters.replaceAll(/(.{4})(?=.)/g, "$1-");
    await sql`
      insert into set_up_codes (one, code_hash) values (1, ${tokenHash(code)})
      on conflict (one) do update set code_hash = excluded.code_hash, created_at = now()`;
    return code;
  } finally {
    await sql.end({ timeout: 2 });
  }
}
