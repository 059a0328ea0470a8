import type { Metadata } from "next";
import { Door } from "@/components/people/door";
import { PasswordByLink } from "@/components/people/password-by-link";
import { resetOf } from "@/db/people/resets";
import { paperName } from "@/db/queries/desk/people";
import { refusalWords } from "@/domain/refusal";

export const metadata: Metadata = { title: "A new password" };

/** Where the link for a new password leads: once, within its ten minutes. */
export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [wished, paper] = await Promise.all([resetOf(token), paperName()]);
  if (!wished) {
    return (
      <Door paper={paper} title="This link opens nothing" lead={refusalWords.link_spent}>
        <p className="m-0 text-[14px]">
          <a href="/desk/forgotten">Ask for a new one</a> or <a href="/desk/sign-in">sign in</a>.
        </p>
      </Door>
    );
  }
  return (
    <Door paper={paper} title="Choose a new password" lead="You are signed out everywhere once it is set.">
      <PasswordByLink use="reset" token={token} email={wished.email} />
    </Door>
  );
}
