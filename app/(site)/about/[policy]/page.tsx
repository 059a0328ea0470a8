import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { PolicyPage } from "@/components/site/policy-page";
import { policyNames, policyTitles } from "@/domain/paper";
import { MissingPage, missingMetadata } from "../../missing";
import { thePaper } from "../../the-paper";

type Props = { params: Promise<{ policy: string }> };

async function policyAsked(params: Props["params"]) {
  const { policy } = await params;
  const name = policyNames.find((each) => each === policy);
  if (name === "about") permanentRedirect("/about");
  return name;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const name = await policyAsked(params);
  if (!name) return missingMetadata;
  return { title: policyTitles[name], alternates: { canonical: `/about/${name}` } };
}

export default async function Policy({ params }: Props) {
  const name = await policyAsked(params);
  if (!name) return <MissingPage />;
  return <PolicyPage shown={await thePaper()} name={name} />;
}
