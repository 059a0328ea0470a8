import { QuotePage } from "@/components/site/quote-page";
import { quoteAt } from "@/db/queries/site/quotes";
import { cardOfQuote } from "@/domain/publication/card";
import { quoted } from "@/domain/publication/quoted";
import { readPart } from "../../addresses";
import { cardImages } from "../../card-images";
import { embedLinks } from "../../embed-links";
import { siteOrigin } from "../../origin";
import { missingPage, sitePage } from "../../site-page";
import { thePaper } from "../../the-paper";

export const dynamic = "force-dynamic";

/** One quotation at an address of its own, for as long as a live story shows it. */
export const GET = sitePage<{ ref: string }>(async ({ params }) => {
  const ref = readPart(params.ref);
  const found = /^[2-9a-z]{12}$/.test(ref) ? await quoteAt(ref) : null;
  if (found === null) return missingPage();
  const shown = await thePaper();
  const body = <QuotePage shown={shown} found={found} origin={siteOrigin()} />;
  const newest = found === "gone" ? undefined : found[0];
  if (!newest) return { shown, status: 410, head: { title: "No longer shown", robots: "noindex" }, body };
  const at = `/quote/${ref}`;
  return {
    shown,
    head: {
      title: `${newest.speakerName}: a quotation`,
      description: quoted(newest.words),
      canonical: at,
      forms: embedLinks(at, newest.headline),
      shared: {
        type: "article",
        title: `${newest.speakerName}: ${quoted(newest.words)}`,
        images: cardImages(ref, cardOfQuote(newest, shown.paper.name)),
      },
    },
    body,
  };
});
