import { type Actor, isEditor } from "./people";
import type { StateOfQuote } from "./quotes";
import type { Refusal } from "./refusal";
import { ok, type Result, refuse } from "./result";

/** The most that may be typed as a reason. Characters. */
export const disputeLimits = { why: 500 } as const;

/** What has to be known of a quote to decide whether its words are put in doubt. */
export type DisputeFacts = { readonly state: StateOfQuote; readonly recordedBy: string };

/** Whether this person may say that a quote is disputed, is retracted, or stands after all. Anybody who may see it says
 * that it is disputed; whoever recorded it, and editors, take it back; only an editor settles that it stands. */
export function decideDispute(
  quote: DisputeFacts,
  to: StateOfQuote,
  actor: Actor,
  why: string,
): Result<StateOfQuote, Refusal> {
  if (quote.state === to) return refuse("already_there");
  if (to === "stands" && !isEditor(actor)) return refuse("editors_only");
  if (to === "retracted" && quote.recordedBy !== actor.id && !isEditor(actor))
    return refuse("not_your_quote");
  // A retraction is an editor's or the recorder's word; "disputed" would water it down.
  if (to === "disputed" && quote.state === "retracted" && !isEditor(actor)) return refuse("editors_only");
  if (!why.trim()) return refuse("note_needed");
  return ok(to);
}

/** An editor says why a live story needs no correction although a quote in it is in doubt. */
export function decideNoCorrection(
  task: { readonly closed: boolean },
  actor: Actor,
  reason: string,
): Result<true, Refusal> {
  if (!isEditor(actor)) return refuse("editors_only");
  if (task.closed) return refuse("already_there");
  if (!reason.trim()) return refuse("note_needed");
  return ok(true);
}
