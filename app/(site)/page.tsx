import type { Metadata } from "next";
import { FrontPage } from "@/components/site/drawn";
import { JsonLd } from "@/components/site/json-ld";
import { siteTold } from "@/components/site/structured-data";
import { frontPage } from "@/db/queries/site/front";
import { siteOrigin } from "./origin";
import { thePaper } from "./the-paper";

export const metadata: Metadata = { alternates: { canonical: "/" } };

export default async function Front() {
  const shown = await thePaper();
  const front = await frontPage(shown.sections);
  return (
    <>
      <JsonLd told={siteTold(shown.paper, shown.paper.language, siteOrigin())} />
      <FrontPage shown={shown} front={front} />
    </>
  );
}
