import { storyByLink } from "@/db/queries/desk/previews";
import { facesOf } from "@/db/queries/site/media";
import { answerPicture } from "@/server/pictures/answer-picture";

export const dynamic = "force-dynamic";

/** A picture of the story that a preview link shows, or of its authors, for as long as the link does. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ token: string; file: string }> },
): Promise<Response> {
  const { token, file } = await params;
  const isShown = async () => {
    const found = await storyByLink(token);
    if (found === null || typeof found === "string") return false;
    const faces = await facesOf(found.story.authors.map((author) => author.slug));
    const names = [...found.story.pictures.map((picture) => picture.name), ...faces.values()];
    return names.some((name) => file.startsWith(`${name}-`));
  };
  return answerPicture(file, request, isShown, "private, no-store");
}
