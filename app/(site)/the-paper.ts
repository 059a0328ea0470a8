import { cache } from "react";
import { paperWithSections } from "@/db/queries/site/paper";

/** The paper and its sections: read once for a page, however many parts of it ask. */
export const thePaper = cache(paperWithSections);
