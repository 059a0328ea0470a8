import type { Metadata } from "next";
import { requireStaff } from "@/auth";
import { Empty } from "@/components/desk/empty";
import { PageHead } from "@/components/desk/page-head";
import { ColleagueList } from "@/components/people/colleague-list";
import { InvitationList } from "@/components/people/invitation-list";
import { Invite } from "@/components/people/invite";
import { Moment } from "@/components/people/moment";
import { colleagues, openInvitations, paperZone } from "@/db/queries/desk/people";
import { dateFormat } from "@/domain/date-format";
import { isAdmin } from "@/domain/people";
import { environment } from "@/environment";

export const metadata: Metadata = { title: "People" };

/** Who works here. Everybody on the staff may look; an admin also invites, changes roles and deactivates. */
export default async function PeoplePage() {
  const actor = await requireStaff("/desk/people");
  const [people, invitations, zone] = await Promise.all([
    colleagues(actor),
    openInvitations(actor),
    paperZone(),
  ]);
  const active = people.filter((person) => person.active).length;
  const day = dateFormat("en-GB", { day: "numeric", month: "short", timeZone: zone });
  return (
    <>
      <PageHead title="People" beside={active === 1 ? "1 at work here" : `${active} at work here`}>
        {isAdmin(actor) ? <Invite isMailOn={environment().mail !== null} /> : null}
      </PageHead>
      <div className="max-w-305 px-4 pb-12 md:px-6.5">
        <ColleagueList
          mayChange={isAdmin(actor)}
          people={people.map(({ seenAt, ...person }) => ({
            ...person,
            self: person.id === actor.id,
            seen: !isAdmin(actor) ? null : seenAt ? `Last here ${day.format(seenAt)}` : "Not here yet",
          }))}
        />
        {isAdmin(actor) ? (
          <section aria-labelledby="invited" className="mt-9">
            <h2 id="invited" className="m-0 mb-3 font-ui text-[16px] font-semibold">
              Invited, not here yet
            </h2>
            {invitations.length > 0 ? (
              <InvitationList
                invitations={invitations.map(({ expiresAt, ...invitation }) => ({
                  ...invitation,
                  until: <Moment at={expiresAt} zone={zone} />,
                }))}
              />
            ) : (
              <Empty>
                Nobody is on the way in. Whoever you invite stands here until they have chosen a password.
              </Empty>
            )}
          </section>
        ) : null}
      </div>
    </>
  );
}
