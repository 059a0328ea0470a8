import { type Actor, isAdmin, type Role, roles } from "./people";
import type { Refusal } from "./refusal";
import { ok, type Result, refuse } from "./result";

/** How long an invitation's link may be used. Milliseconds. */
export const invitationLasts = 7 * 24 * 60 * 60 * 1000;

/** How long the link for a new password may be used. Milliseconds. */
export const resetLasts = 10 * 60 * 1000;

/** Limits of the fields, the same number on the page and at the server. Characters. */
export const personLimits = { name: 120, title: 120, email: 254, paper: 120 } as const;

export type StaffChange =
  | { readonly to: "role"; readonly role: Role }
  | { readonly to: "deactivate" }
  | { readonly to: "reactivate" };

/** A member of staff as far as a change of them is concerned. */
export type StaffFacts = { readonly id: string; readonly role: Role; readonly deactivatedAt: Date | null };

/** Whether an admin may change a member of staff so. There is always an admin left who can sign in: `admins` are
 * all those who are active now. Answers false when it is so already and there is nothing to do. */
export function decideStaffChange(
  actor: Pick<Actor, "id" | "role">,
  target: StaffFacts,
  change: StaffChange,
  admins: readonly string[],
): Result<boolean, Refusal> {
  // The list of admins was read under a lock, later than the session: it is the one to believe.
  if (!isAdmin(actor) || !admins.includes(actor.id)) return refuse("admins_only");
  const staysAdmin =
    change.to === "role" ? isAdmin(change) : change.to === "reactivate" && target.role === "admin";
  const loses = admins.includes(target.id) && !staysAdmin && change.to !== "reactivate";
  if (loses && admins.length === 1) return refuse("last_admin");
  if (change.to === "role") return ok(target.role !== change.role);
  if (change.to === "deactivate") return ok(target.deactivatedAt === null);
  return ok(target.deactivatedAt !== null);
}

/** The changes of `target` that an admin is offered: the same decision, used as a filter. */
export function offeredChanges(
  actor: Pick<Actor, "id" | "role">,
  target: StaffFacts,
  admins: readonly string[],
): StaffChange[] {
  const all: StaffChange[] = [
    ...roles.map((role) => ({ to: "role", role }) as const),
    { to: "deactivate" },
    { to: "reactivate" },
  ];
  return all.filter((change) => {
    const decision = decideStaffChange(actor, target, change, admins);
    return decision.ok && decision.value;
  });
}

/** A name as it may stand in a byline: on one line, without invisible or direction-turning characters. Null when
 * nothing is left or it is too long. */
export function tidyName(typed: string, most: number): string | null {
  const name = typed.normalize("NFC").replace(/\s+/gu, " ").trim();
  if (name === "" || [...name].length > most || /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u.test(name)) return null;
  return name;
}

/** The address of a person's page, made of the name: ASCII letters, digits and single hyphens. Empty when the name's
 * script has none of these; then the record's own id has to do. */
export function personSlug(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/æ/g, "ae")
    .replace(/œ/g, "oe")
    .replace(/ø/g, "o")
    .replace(/[łđð]/g, (letter) => (letter === "ł" ? "l" : "d"))
    .replace(/þ/g, "th")
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 80)
    .replace(/-+$/, "");
}
