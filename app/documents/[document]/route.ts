import { publishedDocument } from "@/db/queries/site/documents";
import { answerFile } from "@/server/answer-file";

export const dynamic = "force-dynamic";

/** A document that an editor put before readers. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ document: string }> },
): Promise<Response> {
  const { document } = await params;
  return answerFile("documents", document, request, publishedDocument);
}
