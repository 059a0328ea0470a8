import { type Actor, isEditor } from "./people";
import type { Refusal } from "./refusal";
import { ok, type Result, refuse } from "./result";

/** What has to be known of a source to decide whether it and another are one. */
export type MergeFacts = {
  readonly id: string;
  readonly unnamed: boolean;
  readonly merged: boolean;
  /** Whether a sealed name is kept under it. */
  readonly sealed: boolean;
  readonly attestedBy: readonly string[];
};

/** Whether an editor may say that `from` is the same as `into`, and have everything of it moved there.
 * A named and an unnamed source are never merged: that would tie a pseudonym to a name. A sealed name is bound to its
 * own record, so the record that holds one stays. And two unnamed sources are one only for an editor who has vouched
 * for both: else the words of one would go out under the attestation of the other. */
export function decideMerge(from: MergeFacts, into: MergeFacts, actor: Actor): Result<true, Refusal> {
  if (!isEditor(actor)) return refuse("editors_only");
  if (from.id === into.id) return refuse("already_there");
  if (from.merged || into.merged) return refuse("merged_already");
  if (from.unnamed !== into.unnamed) return refuse("merge_mixed");
  if (from.sealed) return refuse("merge_sealed");
  if (from.unnamed && !(from.attestedBy.includes(actor.id) && into.attestedBy.includes(actor.id)))
    return refuse("merge_unknown");
  return ok(true);
}

/** The former names that the one who stays gets: every name of the other that it does not have yet. Pseudonyms are no
 * names, so an unnamed source gets none. */
export function namesToAdd(
  from: { readonly name: string; readonly formerNames: readonly string[]; readonly unnamed: boolean },
  into: { readonly name: string; readonly formerNames: readonly string[] },
): string[] {
  if (from.unnamed) return [];
  const known = new Set([into.name, ...into.formerNames].map(plain));
  const names = [from.name, ...from.formerNames].filter((name) => {
    if (known.has(plain(name))) return false;
    known.add(plain(name));
    return true;
  });
  return names;
}

const plain = (name: string) => name.trim().toLocaleLowerCase("en-GB").replace(/\s+/gu, " ");
