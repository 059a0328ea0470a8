import type { Metadata } from "next";
import { organizationJson } from "@/components/site/news-article";
import { PolicyPage } from "@/components/site/policy-page";
import { policyTitles } from "@/domain/paper";
import { siteOrigin } from "../origin";
import { thePaper } from "../the-paper";

export const metadata: Metadata = { title: policyTitles.about, alternates: { canonical: "/about" } };

export default async function AboutPage() {
  const shown = await thePaper();
  const json = organizationJson(shown.paper, siteOrigin());
  return (
    <>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: data of our own, in which no "<" is left */}
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
      <PolicyPage shown={shown} name="about" />
    </>
  );
}
