import { currentStaff } from "@/auth";
import { paperOf } from "@/db/queries/desk/paper";
import { trailEntries } from "@/db/queries/desk/trail";
import { noteExport } from "@/db/write-trail";
import type { Actor } from "@/domain/people";
import { type Refusal, refusalWords } from "@/domain/refusal";
import {
  csvHead,
  type ExportFormat,
  exportFormats,
  exportLine,
  mayReadTrail,
  type TrailFilter,
} from "@/domain/trail";
import { logUnexpected } from "@/server/unexpected";
import { trailFilterOf } from "../filter";

const headers = { "cache-control": "no-store" };
const refused = (why: Refusal, status: number) =>
  Response.json({ why, words: refusalWords[why] }, { status, headers });
const types: Record<ExportFormat, string> = {
  csv: "text/csv; charset=utf-8",
  jsonl: "application/jsonl; charset=utf-8",
};
/** Entries read from the database at a time, so that a long trail is never in memory whole. */
const atATime = 1_000;

/** The trail as a file to keep, narrowed as the page is, the newest first. */
export async function GET(request: Request): Promise<Response> {
  try {
    const actor = await currentStaff();
    if (!actor) return refused("not_signed_in", 401);
    const search = new URL(request.url).searchParams;
    const filter = trailFilterOf(search);
    if (!mayReadTrail(actor, filter.of))
      return refused(filter.of === "stories" ? "editors_only" : "admins_only", 403);
    const format = exportFormats.find((each) => each === search.get("as")) ?? "csv";
    const { zone } = await paperOf();
    await noteExport(actor, filter);
    return new Response(lines(actor, filter, zone, format), {
      headers: {
        ...headers,
        "content-type": types[format],
        "content-disposition": `attachment; filename="trail-${filter.of}.${format}"`,
        "x-content-type-options": "nosniff",
      },
    });
  } catch (error) {
    const number = logUnexpected(error, "exporting the trail");
    return Response.json({ why: "unexpected", number }, { status: 503, headers });
  }
}

function lines(
  actor: Actor,
  filter: TrailFilter,
  zone: string,
  format: ExportFormat,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let before: number | null = null;
  let isFirst = true;
  return new ReadableStream({
    async pull(controller) {
      const entries = (await trailEntries(actor, filter, zone, before, atATime)) ?? [];
      const shown = entries.slice(0, atATime);
      const head = isFirst && format === "csv" ? csvHead : "";
      isFirst = false;
      before = shown.at(-1)?.id ?? null;
      controller.enqueue(encoder.encode(head + shown.map((entry) => exportLine(entry, format)).join("")));
      if (entries.length <= atATime) controller.close();
    },
  });
}
