import { cache } from "react";
import { paperWithSections } from "@/db/queries/site/paper";
import { siteSheets } from "@/server/site-files";
import { italicFont } from "../styles/first-fonts";

/** The paper and its sections, with the style sheets of its pages: read once for a page, however many parts of it ask. */
export const thePaper = cache(async () => ({
  ...(await paperWithSections()),
  sheets: siteSheets(),
  italics: italicFont,
}));
