import type { Metadata } from "next";
import { PolicyPage } from "@/components/site/policy-page";
import { policyTitles } from "@/domain/paper";
import { thePaper } from "../the-paper";

export const metadata: Metadata = { title: policyTitles.about, alternates: { canonical: "/about" } };

export default async function AboutPage() {
  return <PolicyPage shown={await thePaper()} name="about" />;
}
