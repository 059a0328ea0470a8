import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CorrectionList } from "@/components/site/correction-list";
import { Frame } from "@/components/site/frame";
import { correctionsLength, newestCorrections } from "@/db/queries/site/corrections";
import { behindStory, pageOf, type Query } from "../addresses";
import { thePaper } from "../the-paper";

export const metadata: Metadata = {
  title: "Corrections",
  description: "What we got wrong, and what is right.",
  alternates: { canonical: "/corrections" },
};

export default async function CorrectionsPage({ searchParams }: { searchParams: Query }) {
  const before = behindStory((await searchParams).before);
  if (before === null) notFound();
  const [shown, found] = await Promise.all([thePaper(), newestCorrections(before)]);
  const { items, older } = pageOf(found, correctionsLength, "/corrections", (correction) => correction.id);
  return (
    <Frame shown={shown}>
      <CorrectionList
        corrections={items}
        older={older}
        clock={shown.paper}
        hasPolicy={shown.paper.policies.corrections.trim() !== ""}
      />
    </Frame>
  );
}
