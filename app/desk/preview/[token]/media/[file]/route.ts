import { storyByLink } from "@/db/queries/desk/previews";
import { answerPicture } from "@/server/pictures/answer-picture";

export const dynamic = "force-dynamic";

/** A picture of the story that a preview link shows, for as long as the link does. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ token: string; file: string }> },
): Promise<Response> {
  const { token, file } = await params;
  const isShown = async () => {
    const found = await storyByLink(token);
    if (found === null || typeof found === "string") return false;
    return found.story.pictures.some((picture) => file.startsWith(`${picture.name}-`));
  };
  return answerPicture(file, request, isShown, "private, no-store");
}
