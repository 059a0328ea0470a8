import type { Metadata } from "next";
import { requireStaff } from "@/auth";
import { PageHead } from "@/components/desk/page-head";
import { Refused } from "@/components/desk/refused";
import { Moment } from "@/components/people/moment";
import { Headings } from "@/components/settings/headings";
import { SettingsDesk } from "@/components/settings/settings-desk";
import { mailStanding } from "@/db/queries/desk/mail";
import { shapeOfPaper } from "@/db/queries/desk/paper";
import { settingsForEditing } from "@/db/queries/desk/settings";
import { troubleWords } from "@/domain/mail/retries";

export const metadata: Metadata = { title: "Settings" };

/** What the newsroom decides for itself. */
export default async function SettingsPage() {
  const actor = await requireStaff();
  const [settings, shape, mail] = await Promise.all([
    settingsForEditing(actor),
    shapeOfPaper(),
    mailStanding(actor),
  ]);
  if (!settings || !mail) return <Refused title="Settings" why="admins_only" />;
  const shownMail = {
    ...mail,
    givenUp: mail.givenUp.map(({ id, recipient, subject, trouble, at }) => ({
      id,
      recipient,
      subject,
      why: troubleWords[trouble],
      at: <Moment key={id} at={at} zone={settings.paper.zone} />,
    })),
  };
  return (
    <>
      <PageHead title="Settings" beside="Each change is on the desk’s trail" />
      <div className="grid max-w-6xl grid-cols-1 items-start gap-4 px-4 pb-16 md:px-6.5 xl:grid-cols-2">
        <div className="grid gap-4">
          <SettingsDesk paper={settings.paper} revision={settings.revision} mail={shownMail} />
        </div>
        <div className="grid gap-4">
          <Headings kind="section" listed={shape.sections} />
          <Headings kind="topic" listed={shape.topics} />
        </div>
      </div>
    </>
  );
}
