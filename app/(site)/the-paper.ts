import { paperWithSections } from "@/db/queries/site/paper";
import { siteSheets } from "@/server/site-files";
import { italicFont } from "../styles/first-fonts";

/** The paper and its sections, with the style sheets of its pages: what every page is drawn with. */
export const thePaper = async () => ({
  ...(await paperWithSections()),
  sheets: siteSheets(),
  italics: italicFont,
});
