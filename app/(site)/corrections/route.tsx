import { CorrectionList } from "@/components/site/correction-list";
import { Frame } from "@/components/site/frame";
import { correctionsLength, newestCorrections } from "@/db/queries/site/corrections";
import { behindStory, pageOf } from "../addresses";
import { missingPage, sitePage } from "../site-page";
import { thePaper } from "../the-paper";

export const dynamic = "force-dynamic";

export const GET = sitePage(async ({ query }) => {
  const before = behindStory(query.before);
  if (before === null) return missingPage();
  const [shown, found] = await Promise.all([thePaper(), newestCorrections(before)]);
  const { items, older } = pageOf(found, correctionsLength, "/corrections", (correction) => correction.id);
  return {
    shown,
    head: {
      title: "Corrections",
      description: "What we got wrong, and what is right.",
      canonical: "/corrections",
    },
    body: (
      <Frame shown={shown}>
        <CorrectionList
          corrections={items}
          older={older}
          clock={shown.paper}
          hasPolicy={shown.paper.policies.corrections.trim() !== ""}
        />
      </Frame>
    ),
  };
});
