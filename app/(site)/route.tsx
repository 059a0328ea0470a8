import { FrontPage } from "@/components/site/front-page";
import { JsonLd } from "@/components/site/json-ld";
import { siteTold } from "@/components/site/structured-data";
import { frontPage } from "@/db/queries/site/front";
import { siteOrigin } from "./origin";
import { sitePage } from "./site-page";
import { thePaper } from "./the-paper";

export const dynamic = "force-dynamic";

export const GET = sitePage(async () => {
  const [shown, front] = await Promise.all([thePaper(), frontPage()]);
  return {
    shown,
    head: { canonical: "/" },
    body: (
      <>
        <JsonLd told={siteTold(shown.paper, shown.paper.language, siteOrigin())} />
        <FrontPage shown={shown} front={front} />
      </>
    ),
  };
});
