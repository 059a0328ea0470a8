import { isPictureLive } from "@/db/queries/site/media";
import { answerPicture } from "@/server/pictures/answer-picture";

export const dynamic = "force-dynamic";

/** A picture of a live story, for any reader. It is asked anew after a minute, so that one withdrawn is soon gone from
 * browsers too; a cache between us and readers keeps it for no longer than a second. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const { file } = await params;
  return answerPicture(file, request, isPictureLive, "public, max-age=60, s-maxage=1, must-revalidate");
}
