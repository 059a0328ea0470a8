import { isId } from "@/domain/ids";
import { sealedCursor } from "@/server/cursors";

/** The story that a list goes on behind, from the query of its address: undefined when there is none, null when it is not
 * one. The server in front has looked at the seal and taken it off; in development there is none in front. */
export function behindStory(before: string | string[] | undefined): string | undefined | null {
  if (before === undefined) return undefined;
  const place = Array.isArray(before) ? undefined : before.split("~")[0];
  return isId(place) ? place : null;
}

/** A page of a list and the address of the next: lists ask for one more than they show. */
export function pageOf<Item>(
  found: readonly Item[],
  length: number,
  address: string,
  cursorOf: (last: Item) => string,
): { items: readonly Item[]; older: string | undefined } {
  const items = found.slice(0, length);
  const last = items.at(-1);
  const more = found.length > length && last !== undefined;
  return { items, older: more ? `${address}?before=${sealedCursor(address, cursorOf(last))}` : undefined };
}

/** Whether a part of an address could be the name of anything: kept from the database otherwise. */
export const isSlug = (part: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N}._~-]{0,199}$/u.test(part);

/** A part of an address as it was typed; what cannot be read is left as it is. */
export function readPart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The address of a story by the two parts that it was asked for with; null where they could be no story's. */
export function storyAddress(params: { section: string; slug: string }): string | null {
  const [section, slug] = [readPart(params.section), readPart(params.slug)];
  return isSlug(section) && isSlug(slug) ? `/${section}/${slug}` : null;
}

/** The query of an address, as it was typed. */
export type Query = Record<string, string | string[] | undefined>;
