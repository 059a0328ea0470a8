import { missingPage, sitePage } from "../../../site-page";

export const dynamic = "force-dynamic";

/** Nothing of the paper lies deeper than a story. */
export const GET = sitePage<{ section: string; slug: string; rest: string[] }>(() => missingPage());
