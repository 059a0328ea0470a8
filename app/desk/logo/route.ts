import { confirmPurge } from "@/db/purge";
import { isAdmin } from "@/domain/people";
import { ok } from "@/domain/result";
import { storeLogo } from "@/server/pictures/store-picture";
import { takingPicture } from "../media/taking-picture";

export const dynamic = "force-dynamic";

/** Takes in the paper's logo, with the revision of the settings it was chosen at in the field `base`. Answers 201 with the
 * new revision when it stands in the masthead. */
export const POST = takingPicture(
  "takeLogo",
  async ({ actor, form, bytes }) => {
    const stored = await storeLogo(bytes, actor, Number(form.get("base")));
    if (!stored.ok) return stored;
    const { revision, purge } = stored.value;
    return ok({ revision, confirmed: (await confirmPurge(purge)).confirmed });
  },
  (actor) => (isAdmin(actor) ? null : "admins_only"),
);
