import { z } from "zod";
import { emailWords, normaliseEmail } from "@/domain/emails";
import { personLimits, tidyName } from "@/domain/staff";

/** What a person is called, as typed; comes out tidy. */
export const nameField = (most: number, missing: string) =>
  z.string(missing).transform((typed, context) => {
    const name = tidyName(typed, most);
    if (name !== null) return name;
    context.addIssue({
      code: "custom",
      message: typed.trim() === "" ? missing : `Use at most ${most} plain characters, on one line.`,
    });
    return z.NEVER;
  });

/** A title may be left out. */
export const titleField = z
  .string()
  .default("")
  .transform((typed, context) => {
    const title = typed.trim() === "" ? "" : tidyName(typed, personLimits.title);
    if (title !== null) return title;
    context.addIssue({
      code: "custom",
      message: `Use at most ${personLimits.title} plain characters, on one line.`,
    });
    return z.NEVER;
  });

/** An e-mail address, as typed; comes out in its one written form. */
export const emailField = z.string(emailWords).transform((typed, context) => {
  const email = normaliseEmail(typed);
  if (email !== null) return email;
  context.addIssue({ code: "custom", message: emailWords });
  return z.NEVER;
});

/** A password as typed, long enough to be refused with words and short enough to be read at all. */
export const passwordField = z.string("Choose a password.").max(1000, "Use at most 200 characters.");
