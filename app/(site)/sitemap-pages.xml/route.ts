import { siteOrigin } from "../origin";
import { answerPlaces } from "../sitemaps";
import { thePaper } from "../the-paper";

export const dynamic = "force-dynamic";

/** The front page, the sections, and what is said of the paper. */
export async function GET(): Promise<Response> {
  const { sections } = await thePaper();
  const addresses = [
    "/",
    ...sections.map((section) => `/${section.slug}`),
    "/said",
    "/corrections",
    "/about",
  ];
  return answerPlaces(addresses.map((address) => ({ at: siteOrigin() + address })));
}
