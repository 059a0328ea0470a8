import { isStorable } from "@/domain/body/check-body";
import { pictureLimits } from "@/domain/pictures";
import { refuse } from "@/domain/result";
import { storePicture } from "@/server/pictures/store-picture";
import { takingPicture } from "./taking-picture";

export const dynamic = "force-dynamic";

/** Takes a picture in from a form: `file`, and `alt`, `caption`, `credit` where they are known. Answers 201 with its name
 * and sizes once the files are written and the row is committed. */
export const POST = takingPicture("takePicture", async ({ actor, form, bytes }) => {
  const words = {
    alt: wordsIn(form, "alt"),
    caption: wordsIn(form, "caption"),
    credit: wordsIn(form, "credit"),
  };
  if (Object.values(words).includes(null)) return refuse("too_long");
  return storePicture(bytes, {
    alt: words.alt ?? "",
    caption: words.caption ?? "",
    credit: words.credit ?? "",
    createdBy: actor.id,
  });
});

/** The words that came with a picture; null where they are too long, or hold what cannot be stored. */
function wordsIn(form: FormData, name: "alt" | "caption" | "credit"): string | null {
  const value = form.get(name);
  const words = typeof value === "string" ? value.trim() : "";
  return words.length <= pictureLimits[name] && isStorable(words) ? words : null;
}
