import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currentStaff, enrollingStaff } from "@/auth";
import { buttonClasses } from "@/components/desk/button";
import { Door } from "@/components/people/door";
import { EnrolAtDoor } from "@/components/people/enrol-at-door";
import { paperName } from "@/db/queries/desk/people";
import { afterSignIn } from "@/domain/session";

export const metadata: Metadata = { title: "Second factor" };

type Props = { searchParams: Promise<{ [name: string]: string | string[] | undefined }> };

/** Where somebody is held who has no second factor in a newsroom that demands one. */
export default async function SecondFactorPage({ searchParams }: Props) {
  const then = afterSignIn((await searchParams).then);
  const person = await enrollingStaff();
  if (!person) redirect((await currentStaff()) ? then : "/desk/sign-in");
  return (
    <Door
      paper={await paperName()}
      title="Set up a second factor"
      lead="This newsroom asks everybody for a code from their phone beside the password. It takes a minute, and then the desk opens."
    >
      <EnrolAtDoor then={then} />
      <form method="post" action="/desk/sign-out" className="m-0 mt-5">
        <button type="submit" className={buttonClasses("quiet")}>
          Sign out
        </button>
      </form>
    </Door>
  );
}
