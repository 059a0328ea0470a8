import { type Actor, isEditor } from "./people";
import type { Refusal } from "./refusal";
import { ok, type Result, refuse } from "./result";

/** Limits of what is typed about a source, the same number on the page and at the server. Characters. */
export const sourceLimits = {
  name: 200,
  role: 200,
  organisation: 200,
  description: 300,
  reason: 500,
  credibility: 500,
  identity: 2_000,
  why: 500,
  formerNames: 10,
} as const;

/** How an editor came to know who an unnamed source is. */
export const attestationWays = [
  "told_in_person",
  "told_by_phone",
  "met_the_source",
  "read_the_sealed_name",
] as const;
export type AttestationWay = (typeof attestationWays)[number];
export const attestationNames: Record<AttestationWay, string> = {
  told_in_person: "Told in person",
  told_by_phone: "Told by phone",
  met_the_source: "Met the source",
  read_the_sealed_name: "Read the sealed name",
};

/** The library of named sources belongs to the whole desk. An unnamed one belongs to whoever brought it in, and to editors. */
export const mayChangeSource = (
  source: { readonly unnamed: boolean; readonly createdBy: string },
  actor: Actor,
): boolean => !source.unnamed || source.createdBy === actor.id || isEditor(actor);

/** What has to be known to decide whether an editor may vouch for a source whose name is withheld. */
export type AttestationFacts = {
  /** Whether readers are not told the name: an unnamed source, or a named one who said words not for attribution. */
  readonly withheld: boolean;
  /** Whoever brought the source in, or recorded words of it. */
  readonly bringers: readonly string[];
  readonly attestedBy: readonly string[];
  /** Whether this editor's reading of the sealed name is in the log. */
  readonly hasRead: boolean;
};

/** An editor says that they know who it is; never the one who brought the source in, for that vouches for nothing. */
export function decideAttestation(
  source: AttestationFacts,
  actor: Actor,
  how: AttestationWay,
): Result<AttestationWay, Refusal> {
  if (!isEditor(actor)) return refuse("editors_only");
  if (!source.withheld) return refuse("not_unnamed");
  if (source.bringers.includes(actor.id)) return refuse("own_source");
  if (source.attestedBy.includes(actor.id)) return refuse("already_there");
  if (how === "read_the_sealed_name" && !source.hasRead) return refuse("not_granted");
  return ok(how);
}

/** Who may read a sealed name: the person who sealed it, and those they granted it to until the grant runs out. */
export type SealFacts = {
  readonly sealedBy: string;
  readonly grants: readonly { readonly userId: string; readonly expiresAt: Date }[];
};

/** No role opens a sealed name by itself: neither an editor's nor an admin's. */
export const mayReadSealed = (seal: SealFacts, actor: Actor, now: Date): boolean =>
  seal.sealedBy === actor.id ||
  seal.grants.some((grant) => grant.userId === actor.id && grant.expiresAt > now);

/** A reading is logged with its reason, so a reason is asked for. */
export function decideReveal(
  seal: SealFacts | null,
  actor: Actor,
  now: Date,
  why: string,
): Result<true, Refusal> {
  if (!seal) return refuse("not_found");
  if (!mayReadSealed(seal, actor, now)) return refuse("not_granted");
  if (!why.trim()) return refuse("note_needed");
  return ok(true);
}
