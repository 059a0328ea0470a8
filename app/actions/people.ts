"use server";

import { z } from "zod";
import { countGuess, forgiveGuess } from "@/db/people/guesses";
import { handOver } from "@/db/people/hand-over";
import { makeResetLink } from "@/db/people/resets";
import { confirmPurge } from "@/db/purge";
import { changePassword, changeStaff, endOwnSessions, invite, withdrawInvitation } from "@/db/write-people";
import { isId } from "@/domain/ids";
import { passwordWords } from "@/domain/passwords";
import { roles } from "@/domain/people";
import { ok } from "@/domain/result";
import { tooManyWords } from "@/domain/sign-in";
import { personLimits } from "@/domain/staff";
import { environment } from "@/environment";
import { takeFaceAway } from "@/server/pictures/store-picture";
import { fromForm } from "./form";
import { emailField, nameField, passwordField, titleField } from "./person-fields";
import { staffAction } from "./staff-action";
import { peer } from "./whence";

const idField = z.string().refine(isId, "This names nobody. Reload the page.");

const invitationShape = z.object({
  name: nameField(personLimits.name, "Give the name as it stands in a byline."),
  email: emailField,
  role: z.enum(roles, "Choose a role."),
  title: titleField,
});

/** Invites a person. The answer holds the token of the link, once; it is kept nowhere. */
export const invitePerson = staffAction
  .metadata({ name: "invitePerson" })
  .inputSchema(fromForm(invitationShape))
  .action(async ({ parsedInput, ctx }) => invite(ctx.actor, parsedInput));

export const withdrawInvite = staffAction
  .metadata({ name: "withdrawInvite" })
  .inputSchema(fromForm(z.object({ id: idField })))
  .action(async ({ parsedInput, ctx }) => withdrawInvitation(ctx.actor, parsedInput.id));

/** Makes a link for a new password, for somebody who cannot sign in. The answer holds its token, once. */
export const makePasswordLink = staffAction
  .metadata({ name: "makePasswordLink" })
  .inputSchema(fromForm(z.object({ id: idField })))
  .action(async ({ parsedInput, ctx }) => makeResetLink(ctx.actor, parsedInput.id));

/** Gives the open stories of one person to another. */
export const handOverStories = staffAction
  .metadata({ name: "handOverStories" })
  .inputSchema(fromForm(z.object({ id: idField, to: idField })))
  .action(async ({ parsedInput, ctx }) => handOver(ctx.actor, parsedInput.id, parsedInput.to));

const changeShape = z.object({
  id: idField,
  change: z.discriminatedUnion("to", [
    z.object({ to: z.literal("role"), role: z.enum(roles) }),
    z.object({ to: z.literal("deactivate") }),
    z.object({ to: z.literal("reactivate") }),
  ]),
});

/** Another role, or out of the door, or back in. */
export const changePerson = staffAction
  .metadata({ name: "changePerson" })
  .inputSchema(fromForm(changeShape))
  .action(async ({ parsedInput, ctx }) => changeStaff(ctx.actor, parsedInput.id, parsedInput.change));

/** Ends one other session of one's own, or all others. */
export const endSessions = staffAction
  .metadata({ name: "endSessions" })
  .inputSchema(fromForm(z.object({ id: z.union([idField, z.literal("all")]) })))
  .stateAction(async ({ parsedInput, ctx }) =>
    endOwnSessions(ctx.actor, parsedInput.id === "all" ? "all" : { sessionId: parsedInput.id }),
  );

/** What became of a new password, and which field is wrong. */
type PasswordChange = {
  readonly done: boolean;
  readonly field: "old" | "new" | null;
  readonly words: string;
};

/** Takes one's own picture away. `confirmed` is false where a server had not yet said that readers see it no more. */
export const removeFace = staffAction
  .metadata({ name: "removeFace" })
  .inputSchema(fromForm(z.object({})))
  .action(async ({ ctx }) => {
    const taken = await takeFaceAway(ctx.actor);
    return taken.ok ? ok({ confirmed: (await confirmPurge(taken.value.purged)).confirmed }) : taken;
  });

/** Changes one's own password. A guess at the old one counts like a guess at the door. */
export const changeOwnPassword = staffAction
  .metadata({ name: "changeOwnPassword" })
  .inputSchema(fromForm(z.object({ old: passwordField, new: passwordField })))
  .stateAction(async ({ parsedInput, ctx }): Promise<PasswordChange> => {
    const { address } = await peer();
    const counted = await countGuess({ account: ctx.actor.email, address }, environment().sessionSecret);
    if (!counted.ok) return { done: false, field: "old", words: tooManyWords(counted.why.wait) };
    const done = await changePassword(ctx.actor, parsedInput.old, parsedInput.new);
    const why = done.ok ? null : done.why;
    if (why === "wrong") {
      return {
        done: false,
        field: "old",
        words: "This is not your password as it is now. Nothing was changed.",
      };
    }
    await forgiveGuess(counted.value);
    if (why) return { done: false, field: "new", words: passwordWords[why] };
    return {
      done: true,
      field: null,
      words: "Your password is changed. You are signed out everywhere else.",
    };
  });
