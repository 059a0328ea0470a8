import { PolicyPage } from "@/components/site/policy-page";
import { policyNames, policyTitles } from "@/domain/paper";
import { missingPage, movedTo, sitePage } from "../../site-page";
import { thePaper } from "../../the-paper";

export const dynamic = "force-dynamic";

export const GET = sitePage<{ policy: string }>(async ({ params }) => {
  const name = policyNames.find((each) => each === params.policy);
  if (!name) return missingPage();
  if (name === "about") return movedTo("/about");
  const shown = await thePaper();
  return {
    shown,
    head: { title: policyTitles[name], canonical: `/about/${name}` },
    body: <PolicyPage shown={shown} name={name} />,
  };
});
