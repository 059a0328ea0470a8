import { answerFeed } from "../../../feeds";

export const dynamic = "force-dynamic";

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ topic: string }> },
): Promise<Response> {
  return answerFeed("json", { of: "topic", slug: (await params).topic });
}
