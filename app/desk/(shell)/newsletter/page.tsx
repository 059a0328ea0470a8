import type { Metadata } from "next";
import { requireStaff } from "@/auth";
import { Notice } from "@/components/desk/notice";
import { PageHead } from "@/components/desk/page-head";
import { Refused } from "@/components/desk/refused";
import { DigestDesk } from "@/components/newsletter/digest-desk";
import { newsletterForEditing } from "@/db/queries/desk/newsletter";
import { dateFormat } from "@/domain/date-format";

export const metadata: Metadata = { title: "Newsletter" };

/** "Wednesday 25 November": the day is the newsroom's already. */
const dayOf = (day: string): string =>
  dateFormat("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" })
    .format(new Date(`${day}T00:00:00Z`))
    .replace(",", "");

/** The next newsletter: what stands in it, how it looks, and when it goes out. */
export default async function NewsletterPage() {
  const actor = await requireStaff();
  const next = await newsletterForEditing(actor);
  if (!next) return <Refused title="Newsletter" why="editors_only" />;
  const takers = next.subscribers === 1 ? "1 subscriber" : `${next.subscribers} subscribers`;
  return (
    <>
      <PageHead title="Newsletter" beside={`For ${dayOf(next.day)} · ${takers}`} />
      <div className="max-w-6xl px-4 pb-16 md:px-6.5">
        {next.isMailOn ? null : (
          <Notice tone="attention">
            Mail is off, so nothing is sent and readers are told that the newsletter is not available yet. To
            turn it on, set SMTP_URL and MAIL_FROM on the server and start it again.
          </Notice>
        )}
        {next.isMailOn && !next.rules.on ? (
          <Notice tone="attention">
            The newsletter is not offered to readers, and does not go out by itself. An admin turns it on in
            the settings.
          </Notice>
        ) : null}
        <DigestDesk key={`${next.day} ${next.revision}`} next={next} />
      </div>
    </>
  );
}
