import { createSafeActionClient } from "next-safe-action";
import { z } from "zod";
import { currentStaff } from "@/auth";
import type { Trouble } from "@/domain/answer";
import { refusalWords } from "@/domain/refusal";
import { logUnexpected } from "@/server/unexpected";

/** Thrown in the middleware alone, where a refusal cannot be returned; it comes out as `serverError`. */
class SignedOut extends Error {}

const namedAction = createSafeActionClient({
  defineMetadataSchema: () => z.object({ name: z.string() }),
  defaultValidationErrorsShape: "flattened",
  handleServerError: (error, { metadata }): Trouble => {
    if (error instanceof SignedOut) return { why: "not_signed_in", words: refusalWords.not_signed_in };
    const id = logUnexpected(error, metadata.name);
    return {
      why: "unexpected",
      words: `Something went wrong at our end, so this may not have been done. What you typed is still here. Reload to see how things stand; if it happens again, tell whoever runs this newsroom the number ${id}.`,
      id,
    };
  },
});

/** The one way to make an action of the desk: `staffAction.metadata({ name }).inputSchema(fromForm(shape))
 * .stateAction(async ({ parsedInput, ctx }) => …)`. It runs for signed-in staff only, with `ctx.actor` read from the
 * session row of this very request. The action answers a `Result`: an expected refusal is a value in `data`. What was
 * not expected is logged under an id, and `serverError` holds a sentence with that id. `troubleIn(answer)` of
 * `domain/answer.ts` finds the words in either. No transaction is opened here: middleware would commit it after a throw. */
export const staffAction = namedAction.use(async ({ next }) => {
  const actor = await currentStaff();
  if (!actor) throw new SignedOut();
  return next({ ctx: { actor } });
});

/** For the doors of the desk alone, where nobody is signed in yet: a code or a link is what proves who asks. */
export const doorAction = namedAction;
