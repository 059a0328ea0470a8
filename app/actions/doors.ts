"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { countGuess, forgiveGuess } from "@/db/people/guesses";
import { askForReset, resetPassword } from "@/db/people/resets";
import { join, setUpNewsroom } from "@/db/write-people";
import { passwordWords } from "@/domain/passwords";
import { refusalWords } from "@/domain/refusal";
import { tooManyWords } from "@/domain/sign-in";
import { personLimits } from "@/domain/staff";
import { environment } from "@/environment";
import { fromForm } from "./form";
import { emailField, nameField, passwordField } from "./person-fields";
import { doorAction } from "./staff-action";
import { peer } from "./whence";

/** Which field of the form is wrong, or none in particular, and the words for it. */
type Refused = { readonly field: "code" | "password" | null; readonly words: string };

const setUpShape = z.object({
  code: z
    .string("Copy the code from where the server was started.")
    .min(1, "Copy the code from where the server was started.")
    .max(100),
  paper: nameField(personLimits.paper, "Give the paper a name. It can be changed later."),
  name: nameField(personLimits.name, "Give your name as it stands in a byline."),
  email: emailField,
  password: passwordField,
});

/** Makes the first admin and the paper, against the code that the server printed at its start. */
export const setUp = doorAction
  .metadata({ name: "setUp" })
  .inputSchema(fromForm(setUpShape))
  .stateAction(async ({ parsedInput }): Promise<Refused> => {
    const { address } = await peer();
    const counted = await countGuess({ account: "set-up code", address }, environment().sessionSecret);
    if (!counted.ok) return { field: "code", words: tooManyWords(counted.why.wait) };
    const done = await setUpNewsroom(parsedInput);
    const why = done.ok ? null : done.why;
    if (why === "wrong_code") return { field: "code", words: refusalWords.wrong_code };
    await forgiveGuess(counted.value);
    if (why) return { field: "password", words: passwordWords[why] };
    redirect("/desk/sign-in?joined=1");
  });

/** Makes the account that an invitation is for. */
export const joinStaff = doorAction
  .metadata({ name: "joinStaff" })
  .inputSchema(fromForm(z.object({ token: z.string().max(100), password: passwordField })))
  .stateAction(async ({ parsedInput }): Promise<Refused> => {
    const done = await join(parsedInput.token, parsedInput.password);
    const why = done.ok ? null : done.why;
    if (why === "link_spent") return { field: null, words: refusalWords.link_spent };
    if (why) return { field: "password", words: passwordWords[why] };
    redirect("/desk/sign-in?joined=1");
  });

/** Nobody can tell by the time it takes whether there is an account: each answer takes this long. Milliseconds. */
const answerTakes = 400;

/** Asks for a link by which a password is chosen anew. The answer is the same whether there is an account or not. */
export const askForNewPassword = doorAction
  .metadata({ name: "askForNewPassword" })
  .inputSchema(fromForm(z.object({ email: emailField })))
  .stateAction(async ({ parsedInput: { email } }): Promise<{ asked: boolean; words: string }> => {
    const until = performance.now() + answerTakes;
    const { address } = await peer();
    // A count of its own: whoever asks in somebody's name must not lock them out of signing in.
    const counted = await countGuess({ account: `reset ${email}`, address }, environment().sessionSecret);
    if (counted.ok) await askForReset(email);
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, until - performance.now())));
    if (!counted.ok) return { asked: false, words: tooManyWords(counted.why.wait) };
    return { asked: true, words: `If ${email} has an account, a link is on its way. Look in your mail.` };
  });

/** Sets the password that a link was made for. */
export const chooseNewPassword = doorAction
  .metadata({ name: "chooseNewPassword" })
  .inputSchema(fromForm(z.object({ token: z.string().max(100), password: passwordField })))
  .stateAction(async ({ parsedInput }): Promise<Refused> => {
    const done = await resetPassword(parsedInput.token, parsedInput.password);
    const why = done.ok ? null : done.why;
    if (why === "link_spent") return { field: null, words: refusalWords.link_spent };
    if (why) return { field: "password", words: passwordWords[why] };
    redirect("/desk/sign-in?joined=1");
  });
