import { confirmPurge } from "@/db/purge";
import { ok } from "@/domain/result";
import { storeFace } from "@/server/pictures/store-picture";
import { takingPicture } from "../media/taking-picture";

export const dynamic = "force-dynamic";

/** Takes in what one looks like oneself, and answers 201 when it stands beside one's bylines. */
export const POST = takingPicture("takeFace", async ({ actor, bytes }) => {
  const stored = await storeFace(bytes, actor);
  return stored.ok ? ok({ confirmed: (await confirmPurge(stored.value.purged)).confirmed }) : stored;
});
