import { type Actor, isAdmin, isEditor } from "@/domain/people";

export const placeNames = [
  "board",
  "mine",
  "quotes",
  "sources",
  "pictures",
  "front",
  "replies",
  "newsletter",
  "reads",
  "trail",
  "people",
  "settings",
] as const;
export type PlaceName = (typeof placeNames)[number];
export type Place = { readonly name: PlaceName; readonly label: string; readonly href: string };

const everyone: readonly Place[] = [
  { name: "board", label: "Board", href: "/desk" },
  { name: "mine", label: "My stories", href: "/desk?mine=1&view=list" },
  { name: "quotes", label: "Quotes", href: "/desk/quotes" },
  { name: "sources", label: "Sources", href: "/desk/sources" },
  { name: "pictures", label: "Pictures", href: "/desk/pictures" },
  { name: "reads", label: "Reads", href: "/desk/reads" },
];
const editors: readonly Place[] = [
  { name: "front", label: "Front page", href: "/desk/front" },
  { name: "replies", label: "Replies", href: "/desk/replies" },
  { name: "newsletter", label: "Newsletter", href: "/desk/newsletter" },
  { name: "trail", label: "Trail", href: "/desk/trail" },
];
const admins: readonly Place[] = [
  { name: "people", label: "People", href: "/desk/people" },
  { name: "settings", label: "Settings", href: "/desk/settings" },
];

/** The rooms of the desk that this person may enter, in the order of the rail. */
export const placesFor = (actor: Actor): Place[] => [
  ...everyone,
  ...(isEditor(actor) ? editors : []),
  ...(isAdmin(actor) ? admins : []),
];

/** Which place a page belongs to. A story's own pages belong to the board. */
export function placeAt(pathname: string, isMine: boolean): PlaceName | null {
  if (pathname === "/desk" || pathname.startsWith("/desk/stories")) return isMine ? "mine" : "board";
  return placeNames.find((name) => pathname.startsWith(`/desk/${name}`)) ?? null;
}
