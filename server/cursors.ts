import { createHmac } from "node:crypto";
import { environment } from "@/environment";
import { canonicalPath } from "./canonical-path";

const length = 10;

const sealOf = (address: string, place: string): string =>
  createHmac("sha256", environment().sessionSecret)
    .update(`cursor ${canonicalPath(address)} ${place}`)
    .digest("base64url")
    .slice(0, length);

/** The place in a list that its next page goes on behind, sealed for that list: "{place}~{seal}". Made-up places are no
 * pages, so nobody can have pages made without end. */
export const sealedCursor = (address: string, place: string): string => `${place}~${sealOf(address, place)}`;

/** The place in a sealed cursor, or null where we did not seal it for this list. */
export function placeIn(address: string, cursor: string): string | null {
  const mark = cursor.lastIndexOf("~");
  const place = cursor.slice(0, mark);
  return mark > 0 && cursor.slice(mark + 1) === sealOf(address, place) ? place : null;
}
