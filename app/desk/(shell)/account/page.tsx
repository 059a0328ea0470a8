import type { Metadata } from "next";
import type { ReactNode } from "react";
import { requireStaff } from "@/auth";
import { buttonClasses } from "@/components/desk/button";
import { PageHead } from "@/components/desk/page-head";
import { ChoicesForm } from "@/components/notifications/choices-form";
import { Moment } from "@/components/people/moment";
import { OwnPicture } from "@/components/people/own-picture";
import { PasswordForm } from "@/components/people/password-form";
import { SecondFactor } from "@/components/people/second-factor";
import { SessionList } from "@/components/people/session-list";
import { SignOutForm } from "@/components/people/sign-out-form";
import { hasPassword, hasSecondFactor, recoveryCodesLeft } from "@/db/people/second-factor";
import { choicesOf } from "@/db/queries/desk/notifications";
import { paperOf } from "@/db/queries/desk/paper";
import { ownFace, ownSessions } from "@/db/queries/desk/people";
import { browserName } from "@/domain/browser-name";
import { roleNames } from "@/domain/people";
import { environment } from "@/environment";

export const metadata: Metadata = { title: "Account" };

/** One's own account: who the desk takes one for, the password, and where one is signed in. */
export default async function AccountPage() {
  const actor = await requireStaff("/desk/account");
  const [sessions, paper, choices, hasFactor, codesLeft, face, asksPassword] = await Promise.all([
    ownSessions(actor),
    paperOf(),
    choicesOf(actor),
    hasSecondFactor(actor.id),
    recoveryCodesLeft(actor.id),
    ownFace(actor),
    hasPassword(actor.id),
  ]);
  const { zone } = paper;
  return (
    <>
      <PageHead title={actor.name} beside={roleNames[actor.role]} />
      <div className="max-w-3xl px-4 pb-12 md:px-6.5">
        <p className="m-0 mb-8 text-[14px] text-ink-2">
          {actor.email}
          {actor.title ? ` · ${actor.title}` : ""}. An admin can change your role; your name stands as you
          joined.
        </p>
        <Part id="signed-in" title="Where you are signed in">
          <SessionList
            sessions={sessions.map((session) => ({
              id: session.id,
              browser: browserName(session.browser),
              since: <Moment at={session.createdAt} zone={zone} />,
              seen: <Moment at={session.seenAt} zone={zone} />,
              here: session.here,
            }))}
          />
          <SignOutForm className="m-0 mt-3">
            <button type="submit" className={buttonClasses()}>
              Sign out here
            </button>
          </SignOutForm>
        </Part>
        <Part id="picture" title="Your picture">
          <OwnPicture face={face} />
        </Part>
        <Part id="told" title="What you are told of">
          <ChoicesForm choices={choices} isMailOn={environment().mail !== null} />
        </Part>
        <Part id="second-factor" title="Second factor">
          <SecondFactor
            isOn={hasFactor}
            codesLeft={codesLeft}
            isDemanded={paper.security.demandsSecondFactor}
            hasPassword={asksPassword}
          />
        </Part>
        <Part id="password" title="Password">
          <PasswordForm email={actor.email} />
        </Part>
      </div>
    </>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mb-10">
      <h2 id={id} className="m-0 mb-3 font-ui text-[16px] font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}
