import type { ReactNode } from "react";
import { requireStaff } from "@/auth";
import { Announcer } from "@/components/desk/announcer";
import { placesFor } from "@/components/desk/rail/places";
import { Rail } from "@/components/desk/rail/rail";
import { GroundRuleWords } from "@/components/quotes/ground-rule-words";
import { unreadNotifications } from "@/db/queries/desk/notifications";
import { paperOf } from "@/db/queries/desk/paper";
import { groundRuleMeaning } from "@/domain/paper";

/** The desk around each page: the rail at the side, or the bar at the foot of a phone. Each page asks again who is there. */
export default async function ShellLayout({ children }: { children: ReactNode }) {
  const actor = await requireStaff();
  const { house } = await paperOf();
  const words = {
    on_record: groundRuleMeaning(house, "on_record"),
    background: groundRuleMeaning(house, "background"),
    deep_background: groundRuleMeaning(house, "deep_background"),
    off_record: groundRuleMeaning(house, "off_record"),
  };
  return (
    <div className="min-h-dvh bg-sunken md:grid md:grid-cols-[60px_minmax(0,1fr)]">
      <a
        href="#page"
        className="sr-only bg-ink p-3 text-paper focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50"
      >
        Skip to the page
      </a>
      <Rail places={placesFor(actor)} name={actor.name} unread={await unreadNotifications(actor)} />
      <Announcer>
        <GroundRuleWords words={words}>
          <main id="page" tabIndex={-1} className="min-w-0 pb-20 outline-none md:pb-0">
            {children}
          </main>
        </GroundRuleWords>
      </Announcer>
    </div>
  );
}
