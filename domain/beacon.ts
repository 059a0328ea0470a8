import { type AppealPlace, appealPlaces } from "./appeal";
import { isId } from "./ids";

/** What a reader's browser tells when a page was read: of which story, and where an appeal was seen. */
export type Beacon = { readonly read: string | null; readonly seen: readonly AppealPlace[] };

/** The longest body that is one; bytes. */
export const beaconLength = 200;

/** Reads "read=<id>&seen=bar&seen=end"; null for anything else. Each place counts once. */
export function readBeacon(body: string): Beacon | null {
  if (body.length > beaconLength) return null;
  const fields = new URLSearchParams(body);
  const read = fields.get("read");
  if (read !== null && !isId(read)) return null;
  const seen = appealPlaces.filter((place) => fields.getAll("seen").includes(place));
  return read === null && seen.length === 0 ? null : { read: read?.toLowerCase() ?? null, seen };
}
