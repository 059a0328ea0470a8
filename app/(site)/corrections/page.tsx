import type { Metadata } from "next";
import { CorrectionList } from "@/components/site/correction-list";
import { Frame } from "@/components/site/frame";
import { correctionsLength, newestCorrections } from "@/db/queries/site/corrections";
import { behindStory, pageOf, type Query } from "../addresses";
import { MissingPage, missingMetadata } from "../missing";
import { thePaper } from "../the-paper";

type Props = { searchParams: Query };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  if (behindStory((await searchParams).before) === null) return missingMetadata;
  return {
    title: "Corrections",
    description: "What we got wrong, and what is right.",
    alternates: { canonical: "/corrections" },
  };
}

export default async function CorrectionsPage({ searchParams }: Props) {
  const before = behindStory((await searchParams).before);
  if (before === null) return <MissingPage />;
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
