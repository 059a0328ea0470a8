import type { Metadata } from "next";
import { JsonLd } from "@/components/site/json-ld";
import { PolicyPage } from "@/components/site/policy-page";
import { paperTold } from "@/components/site/structured-data";
import { policyTitles } from "@/domain/paper";
import { siteOrigin } from "../origin";
import { thePaper } from "../the-paper";

export const metadata: Metadata = { title: policyTitles.about, alternates: { canonical: "/about" } };

export default async function AboutPage() {
  const shown = await thePaper();
  return (
    <>
      <JsonLd told={paperTold(shown.paper, siteOrigin())} />
      <PolicyPage shown={shown} name="about" />
    </>
  );
}
