import type { Metadata } from "next";
import { FrontPage } from "@/components/site/front-page";
import { frontPage } from "@/db/queries/site/front";
import { thePaper } from "./the-paper";

export const metadata: Metadata = { alternates: { canonical: "/" } };

export default async function Front() {
  const shown = await thePaper();
  const front = await frontPage(shown.sections);
  return <FrontPage shown={shown} front={front} />;
}
