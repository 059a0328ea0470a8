import type { Metadata } from "next";
import { Door } from "@/components/people/door";
import { ForgottenForm } from "@/components/people/forgotten-form";
import { paperName } from "@/db/queries/desk/people";
import { environment } from "@/environment";

export const metadata: Metadata = { title: "A new password" };

/** For whoever has forgotten their password. */
export default async function ForgottenPage() {
  const paper = await paperName();
  const back = (
    <p className="m-0 mt-4 text-[14px]">
      <a href="/desk/sign-in">Back to signing in</a>
    </p>
  );
  if (!environment().mail) {
    return (
      <Door
        paper={paper}
        title="A new password"
        lead="This newsroom sends no mail. Ask an admin: they can make you a link for a new password."
      >
        {back}
      </Door>
    );
  }
  return (
    <Door
      paper={paper}
      title="A new password"
      lead="Give the email you sign in with. If there is an account, a link is on its way to it; it works once, for ten minutes."
    >
      <ForgottenForm />
      {back}
    </Door>
  );
}
