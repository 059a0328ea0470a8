"use server";

import { z } from "zod";
import { currentStaff, enrollingStaff } from "@/auth";
import { countGuess, forgiveGuess } from "@/db/people/guesses";
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  resetSecondFactor,
} from "@/db/people/second-factor";
import type { Staff } from "@/db/people/sessions";
import { confirmPurge } from "@/db/purge";
import { changePaper } from "@/db/write-settings";
import { isId } from "@/domain/ids";
import type { Refusal } from "@/domain/refusal";
import { ok, type Result, refuse } from "@/domain/result";
import { tooManyWords } from "@/domain/sign-in";
import { environment } from "@/environment";
import { fromForm, ticked } from "./form";
import { doorAction, staffAction } from "./staff-action";
import { peer } from "./whence";

const codeField = z.string().max(60, "A code is shorter than that.");
/** Empty for who has no password, or has just given it at the door. */
const againField = z.string().max(1_000).default("");
const proofShape = fromForm(z.object({ password: againField, code: codeField }));

type Answer<Value> = Promise<Result<Value, Refusal | { readonly words: string }>>;

/** A guess at a code or a password counts like a guess at the door; a right one is forgiven. */
async function counting<Value>(actor: Staff, work: () => Promise<Result<Value, Refusal>>): Answer<Value> {
  const { address } = await peer();
  const counted = await countGuess({ account: actor.email, address }, environment().sessionSecret);
  if (!counted.ok) return refuse({ words: tooManyWords(counted.why.wait) });
  const done = await work();
  if (done.ok || (done.why !== "wrong_code" && done.why !== "wrong_password"))
    await forgiveGuess(counted.value);
  return done;
}

/** Makes the secret that an authenticator is told. Whoever is at the desk gives their password once more; who is held at
 * the door has just given it. */
export const beginFactor = doorAction
  .metadata({ name: "beginFactor" })
  .inputSchema(fromForm(z.object({ password: againField })))
  .action(async ({ parsedInput: { password } }): Answer<{ uri: string; secret: string }> => {
    const held = await enrollingStaff();
    if (held) return beginSecondFactor(held, "at the door");
    const actor = await currentStaff();
    if (!actor) return refuse("not_signed_in");
    return counting(actor, () => beginSecondFactor(actor, { password }));
  });

/** Takes the first code of the authenticator; the answer holds the recovery codes, once. */
export const confirmFactor = doorAction
  .metadata({ name: "confirmFactor" })
  .inputSchema(fromForm(z.object({ code: codeField })))
  .action(async ({ parsedInput: { code } }): Answer<readonly string[]> => {
    const actor = (await enrollingStaff()) ?? (await currentStaff());
    if (!actor) return refuse("not_signed_in");
    return counting(actor, () => confirmSecondFactor(actor, code));
  });

export const renewCodes = staffAction
  .metadata({ name: "renewCodes" })
  .inputSchema(proofShape)
  .action(({ parsedInput, ctx }) => counting(ctx.actor, () => renewRecoveryCodes(ctx.actor, parsedInput)));

export const removeFactor = staffAction
  .metadata({ name: "removeFactor" })
  .inputSchema(proofShape)
  .action(({ parsedInput, ctx }) => counting(ctx.actor, () => removeSecondFactor(ctx.actor, parsedInput)));

/** An admin takes away the second factor of somebody who has lost it. */
export const resetFactor = staffAction
  .metadata({ name: "resetFactor" })
  .inputSchema(fromForm(z.object({ id: z.string().refine(isId, "This names nobody. Reload the page.") })))
  .action(({ parsedInput, ctx }) => resetSecondFactor(ctx.actor, parsedInput.id));

/** Whether everybody has to have a second factor. */
export const saveSecurity = staffAction
  .metadata({ name: "saveSecurity" })
  .inputSchema(fromForm(z.object({ base: z.coerce.number().int().positive(), demandsSecondFactor: ticked })))
  .action(async ({ parsedInput: { base, demandsSecondFactor }, ctx }) => {
    const changed = await changePaper(ctx.actor, base, { security: { demandsSecondFactor } });
    if (!changed.ok) return changed;
    const { confirmed } = await confirmPurge(changed.value.purge);
    return ok({ revision: changed.value.revision, confirmed });
  });
