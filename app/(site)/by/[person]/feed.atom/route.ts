import { answerFeed } from "../../../feeds";

export const dynamic = "force-dynamic";

export async function GET(
  _request: Request,
  { params }: { params: Promise<{ person: string }> },
): Promise<Response> {
  return answerFeed("atom", { of: "author", slug: (await params).person });
}
