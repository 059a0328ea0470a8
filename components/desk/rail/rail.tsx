"use client";

import {
  Bell,
  ChartNoAxesColumn,
  CircleUser,
  Contact,
  Images,
  LogOut,
  type LucideIcon,
  Mail,
  Menu as MenuIcon,
  MessageSquareReply,
  Newspaper,
  PenLine,
  Quote,
  ScrollText,
  Settings,
  SquareKanban,
  Users,
} from "lucide-react";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { type ReactNode, Suspense } from "react";
import { useUnread } from "@/components/notifications/use-unread";
import { SignOutForm } from "@/components/people/sign-out-form";
import { type Place, type PlaceName, placeAt } from "./places";

const icons: Record<PlaceName, LucideIcon> = {
  board: SquareKanban,
  mine: PenLine,
  quotes: Quote,
  sources: Contact,
  pictures: Images,
  front: Newspaper,
  replies: MessageSquareReply,
  newsletter: Mail,
  reads: ChartNoAxesColumn,
  trail: ScrollText,
  people: Users,
  settings: Settings,
};

// The rail is dark by day as well as by night.
const dark = "bg-[light-dark(var(--ink),var(--surface))] text-[light-dark(var(--paper),var(--ink))]";
const railLink =
  "group relative grid size-11 place-items-center rounded-lg opacity-70 hover:opacity-100 focus-visible:opacity-100 aria-[current]:bg-white/15 aria-[current]:opacity-100";

type Props = { places: readonly Place[]; name: string; unread: number };

/** The ways through the desk: a rail of icons, and on a phone a bar with the first four and the rest behind "More". */
export function Rail(props: Props) {
  return (
    <Suspense fallback={<div className={`hidden md:block ${dark}`} />}>
      <Ways {...props} />
    </Suspense>
  );
}

function Ways({ places, name, unread: first }: Props) {
  const path = usePathname();
  const here = placeAt(path, useSearchParams().get("mine") === "1");
  const unread = useUnread(first);
  const isToldOf = path.startsWith("/desk/notifications");
  return (
    <>
      <nav
        aria-label="Desk"
        className={`sticky top-0 z-30 hidden h-dvh flex-col items-center gap-2 py-3 md:flex print:hidden ${dark}`}
      >
        <Link
          href="/desk"
          aria-label="To the board"
          className="mb-1 grid size-11 place-items-center rounded-lg font-head text-[25px] font-semibold italic no-underline"
        >
          V
        </Link>
        {places.map((place) => (
          <RailLink key={place.name} place={place} current={place.name === here} />
        ))}
        <span className="flex-1" />
        <Link
          href="/desk/notifications"
          aria-label={bellLabel(unread)}
          aria-current={isToldOf ? "page" : undefined}
          className={railLink}
        >
          <Bell aria-hidden size={20} />
          <Unread count={unread} className="absolute top-0.5 right-0.5" />
          <Label>Notifications</Label>
        </Link>
        <Link href="/desk/account" aria-label={`Account of ${name}`} className={railLink}>
          <CircleUser aria-hidden size={20} />
          <Label>{name}</Label>
        </Link>
        <SignOut className={`${railLink} cursor-pointer`}>
          <LogOut aria-hidden size={20} />
          <Label>Sign out</Label>
        </SignOut>
      </nav>
      <FootBar places={places} here={here} name={name} unread={unread} />
    </>
  );
}

const bellLabel = (unread: number): string =>
  unread === 0 ? "Notifications" : `Notifications, ${counted(unread)} new`;
const counted = (unread: number): string => (unread > 99 ? "99+" : `${unread}`);

function Unread({ count, className }: { count: number; className: string }) {
  if (count === 0) return null;
  return (
    <span
      aria-hidden
      className={`min-w-4.5 rounded-full bg-[#b3261e] px-1 text-center text-[11px] leading-[18px] font-semibold text-white ${className}`}
    >
      {counted(count)}
    </span>
  );
}

function RailLink({ place, current }: { place: Place; current: boolean }) {
  const Icon = icons[place.name];
  return (
    <Link
      href={place.href}
      aria-label={place.label}
      aria-current={current ? "page" : undefined}
      className={railLink}
    >
      <Icon aria-hidden size={20} />
      <Label>{place.label}</Label>
    </Link>
  );
}

/** The label beside an icon, seen while it is pointed at or has the focus. */
function Label({ children }: { children: ReactNode }) {
  return (
    <span
      aria-hidden
      className="pointer-events-none absolute left-full ml-2 hidden rounded-card bg-ink px-2.5 py-1.5 text-[12.5px] font-semibold whitespace-nowrap text-paper shadow-lg group-hover:block group-focus-visible:block"
    >
      {children}
    </span>
  );
}

function SignOut({ className, children }: { className: string; children: ReactNode }) {
  return (
    <SignOutForm>
      <button type="submit" aria-label="Sign out" className={className}>
        {children}
      </button>
    </SignOutForm>
  );
}

const footItem =
  "flex min-w-0 flex-1 cursor-pointer flex-col items-center gap-0.5 px-1 py-2 text-[11px] leading-tight no-underline opacity-75 aria-[current]:opacity-100 aria-[current]:font-semibold";

function FootBar({ places, here, name, unread }: Props & { here: PlaceName | null }) {
  const first = places.slice(0, 4);
  const rest = places.slice(4);
  return (
    <>
      <nav
        aria-label="Desk"
        className={`fixed inset-x-0 bottom-0 z-30 flex pb-[env(safe-area-inset-bottom)] md:hidden print:hidden ${dark}`}
      >
        {first.map((place) => {
          const Icon = icons[place.name];
          return (
            <Link
              key={place.name}
              href={place.href}
              aria-current={place.name === here ? "page" : undefined}
              className={footItem}
            >
              <Icon aria-hidden size={20} />
              {place.label}
            </Link>
          );
        })}
        <button type="button" popoverTarget="more-places" className={footItem}>
          <span className="relative">
            <MenuIcon aria-hidden size={20} />
            <Unread count={unread} className="absolute -top-1 left-3" />
          </span>
          More
        </button>
      </nav>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link inside is a click too */}
      <nav
        id="more-places"
        onClick={(event) => event.currentTarget.hidePopover()}
        popover="auto"
        aria-label="More of the desk"
        className={`fixed inset-auto right-2 bottom-16 m-0 min-w-52 rounded-lg border border-white/20 p-2 shadow-2xl ${dark}`}
      >
        {rest.map((place) => {
          const Icon = icons[place.name];
          return (
            <Link
              key={place.name}
              href={place.href}
              aria-current={place.name === here ? "page" : undefined}
              className="flex items-center gap-3 rounded-card px-3 py-2.5 text-[15px] no-underline aria-[current]:bg-white/15"
            >
              <Icon aria-hidden size={19} />
              {place.label}
            </Link>
          );
        })}
        <Link
          href="/desk/notifications"
          aria-label={bellLabel(unread)}
          className="flex items-center gap-3 rounded-card px-3 py-2.5 text-[15px] no-underline"
        >
          <Bell aria-hidden size={19} />
          Notifications
          <Unread count={unread} className="" />
        </Link>
        <Link
          href="/desk/account"
          className="flex items-center gap-3 rounded-card px-3 py-2.5 text-[15px] no-underline"
        >
          <CircleUser aria-hidden size={19} />
          {name}
        </Link>
        <SignOut className="flex w-full cursor-pointer items-center gap-3 rounded-card px-3 py-2.5 text-[15px]">
          <LogOut aria-hidden size={19} />
          Sign out
        </SignOut>
      </nav>
    </>
  );
}
