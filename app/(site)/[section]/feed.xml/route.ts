import { answerFeed } from "../../feeds";

export const dynamic = "force-dynamic";

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ section: string }> },
): Promise<Response> {
  return answerFeed("rss", { of: "section", slug: (await params).section });
}
