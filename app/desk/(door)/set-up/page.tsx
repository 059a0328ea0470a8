import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Door } from "@/components/people/door";
import { SetUpForm } from "@/components/people/set-up-form";
import { hasAdmin } from "@/db/queries/desk/people";

export const metadata: Metadata = { title: "Set up" };

/** The first admin of an operator's own newsroom. Gone for good once there is one. */
export default async function SetUpPage() {
  if (await hasAdmin()) notFound();
  return (
    <Door
      paper="Verbatim"
      title="Set up this newsroom"
      lead="Nobody works here yet. Whoever started the server makes the first admin, who then invites everybody else."
    >
      <SetUpForm />
    </Door>
  );
}
