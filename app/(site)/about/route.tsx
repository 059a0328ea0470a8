import { JsonLd } from "@/components/site/json-ld";
import { PolicyPage } from "@/components/site/policy-page";
import { paperTold } from "@/components/site/structured-data";
import { policyTitles } from "@/domain/paper";
import { siteOrigin } from "../origin";
import { sitePage } from "../site-page";
import { thePaper } from "../the-paper";

export const dynamic = "force-dynamic";

export const GET = sitePage(async () => {
  const shown = await thePaper();
  return {
    shown,
    head: { title: policyTitles.about, canonical: "/about" },
    body: (
      <>
        <JsonLd told={paperTold(shown.paper, siteOrigin())} />
        <PolicyPage shown={shown} name="about" />
      </>
    ),
  };
});
