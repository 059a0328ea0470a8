import { addressInstead, correctionsOf, publicationAt } from "@/db/queries/site/story";
import { ninjsOf, withdrawnNinjs } from "@/domain/publication/ninjs";
import { storyAddress } from "../../../addresses";
import { siteOrigin } from "../../../origin";
import { thePaper } from "../../../the-paper";

export const dynamic = "force-dynamic";

/** A story for machines, as IPTC ninjs 3.1. Readers' programs ask for it at `/{section}/{slug}.json`, which
 * `next.config.ts` leads here; at this folder's own address there is nothing. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ section: string; slug: string }> },
): Promise<Response> {
  const address = storyAddress(await params);
  if (!address || !new URL(request.url).pathname.endsWith(".json")) return missing();
  const publication = await publicationAt(address);
  if (!publication) {
    const moved = await addressInstead(address);
    return moved ? Response.redirect(new URL(`${moved}.json`, siteOrigin()), 308) : missing();
  }
  if (publication.withdrawnAt) {
    return Response.json(withdrawnNinjs(publication.address, publication.withdrawnAt, siteOrigin()), {
      status: 410,
    });
  }
  const [{ paper }, corrections] = await Promise.all([thePaper(), correctionsOf(publication.storyId)]);
  const { document: story, updatedAt } = publication;
  return Response.json(
    ninjsOf({
      story: { ...story, address: publication.address },
      updatedAt,
      corrections,
      paperName: paper.name,
      origin: siteOrigin(),
      zone: paper.zone,
    }),
  );
}

const missing = () =>
  new Response("There is no such story.\n", {
    status: 404,
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
