import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { peer } from "@/app/actions/whence";
import { currentStaff, enrollingStaff } from "@/auth";
import { Notice } from "@/components/desk/notice";
import { WipeCopies } from "@/components/editor/saving/wipe-copies";
import { Demonstration } from "@/components/people/demonstration";
import { Door } from "@/components/people/door";
import { SignInForm } from "@/components/people/sign-in-form";
import { demonstrationRoles } from "@/db/people/sign-in";
import { hasAdmin, paperName } from "@/db/queries/desk/people";
import { afterSignIn } from "@/domain/session";
import { asksForCode, signInRefusalIn, signInWords } from "@/domain/sign-in";
import { environment } from "@/environment";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<{ [name: string]: string | string[] | undefined }> };

/** The way in. Somebody signed in already goes straight on. */
export default async function SignInPage({ searchParams }: Props) {
  const query = await searchParams;
  const then = afterSignIn(query.then);
  if (await currentStaff()) redirect(then);
  if (await enrollingStaff()) redirect(`/desk/second-factor?then=${encodeURIComponent(then)}`);
  const cameFrom = (await headers()).get("sec-fetch-site");
  if (cameFrom === "cross-site" || cameFrom === "same-site") return <ComeRound then={then} />;
  if (!(await hasAdmin())) redirect("/desk/set-up");
  const refusal = signInRefusalIn(query);
  const mayTry = environment().isEmbedded && (await peer()).isHere;
  const tryAs = mayTry ? await demonstrationRoles() : [];
  return (
    <Door paper={await paperName()} title="Sign in">
      {query.out ? <Notice tone="info">You are signed out.</Notice> : null}
      {query.out ? <WipeCopies /> : null}
      {query.joined ? <Notice tone="info">Your password is set. Sign in with it.</Notice> : null}
      <SignInForm
        then={then}
        trouble={refusal ? signInWords(refusal) : null}
        needsCode={asksForCode(refusal?.kind)}
      />
      <p className="m-0 mt-4 text-[14px]">
        <a href="/desk/forgotten">I have forgotten my password</a>
      </p>
      {tryAs.length > 0 ? <Demonstration then={then} roles={tryAs} /> : null}
    </Door>
  );
}

/** The cookie is for our own pages only, so a link in a mail arrives without it. One turn through this page makes the
 * next request our own; who is signed in then goes on without noticing. */
async function ComeRound({ then }: { then: string }) {
  return (
    <Door paper={await paperName()} title="Opening the desk">
      <meta httpEquiv="refresh" content={`0;url=${then}`} />
      <p className="m-0 text-[14px]">
        <a href={then}>Go on to the desk</a>
      </p>
    </Door>
  );
}
