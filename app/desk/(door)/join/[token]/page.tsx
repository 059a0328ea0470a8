import type { Metadata } from "next";
import { Door } from "@/components/people/door";
import { PasswordByLink } from "@/components/people/password-by-link";
import { invitationOf, paperName } from "@/db/queries/desk/people";
import { roleNames } from "@/domain/people";
import { refusalWords } from "@/domain/refusal";

export const metadata: Metadata = { title: "Join" };

/** Where an invitation's link leads: once, within its seven days. */
export default async function JoinPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [invited, paper] = await Promise.all([invitationOf(token), paperName()]);
  if (!invited) {
    return (
      <Door paper={paper} title="This link opens nothing" lead={refusalWords.link_spent}>
        <p className="m-0 text-[14px]">
          If you have joined already, <a href="/desk/sign-in">sign in</a>.
        </p>
      </Door>
    );
  }
  return (
    <Door
      paper={paper}
      title={`Welcome, ${invited.name}`}
      lead={`You are invited as ${roleNames[invited.role].toLowerCase()}. Choose a password, and you can start.`}
    >
      <PasswordByLink use="join" token={token} email={invited.email} />
    </Door>
  );
}
