import { currentStaff } from "@/auth";
import { answerPicture } from "@/server/pictures/answer-picture";

export const dynamic = "force-dynamic";

/** Any picture of the newsroom, for signed-in staff: also those of stories that are not published. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ file: string }> },
): Promise<Response> {
  const { file } = await params;
  const isStaff = async () => (await currentStaff()) !== null;
  return answerPicture(file, request, isStaff, "private, max-age=86400, immutable");
}
