import { evidenceLimits, evidenceType } from "@/domain/evidence-files";
import type { EvidenceFile } from "@/domain/quote-record";
import { type Refusal, refusalWords } from "@/domain/refusal";

export type SentEvidence =
  | { readonly ok: true; readonly file: EvidenceFile }
  | { readonly ok: false; readonly words: string };

const unanswered =
  "The file did not reach the newsroom. What you typed is still here; choose the file again.";

/** What can be told of a file before it is sent: the newsroom looks at the same bytes again. */
async function refusalBefore(file: File): Promise<Refusal | null> {
  const type = evidenceType(new Uint8Array(await file.slice(0, 32).arrayBuffer()));
  if (!type) return "evidence_unreadable";
  return file.size > evidenceLimits[type.kind] ? "evidence_too_big" : null;
}

/** Sends a recording or a document to the newsroom's private files. `onProgress` is told from 0 to 1. */
export async function sendEvidence(
  file: File,
  onProgress: (part: number) => void,
  stop: AbortSignal,
): Promise<SentEvidence> {
  const why = await refusalBefore(file).catch((): Refusal => "evidence_unreadable");
  if (why) return { ok: false, words: refusalWords[why] };
  const title = file.name.replace(/\.[^.]{1,5}$/, "").slice(0, evidenceLimits.title);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/desk/evidence?${new URLSearchParams({ title })}`);
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => total > 0 && onProgress(loaded / total);
    request.onload = () => resolve(sent(request.status, request.response));
    request.onerror = () => resolve({ ok: false, words: unanswered });
    request.onabort = request.onerror;
    stop.addEventListener("abort", () => request.abort());
    if (stop.aborted) resolve({ ok: false, words: unanswered });
    else request.send(file);
  });
}

function sent(status: number, answer: unknown): SentEvidence {
  const told = (typeof answer === "object" && answer !== null ? answer : {}) as Record<string, unknown>;
  const { id, name, kind, type, title } = told;
  const isWhole = [id, name, type, title].every((each) => typeof each === "string");
  if (status === 201 && isWhole && (kind === "recording" || kind === "document"))
    return {
      ok: true,
      file: {
        id: String(id),
        name: String(name),
        kind,
        type: String(type),
        title: String(title),
        publicName: null,
      },
    };
  return { ok: false, words: typeof told.words === "string" ? told.words : unanswered };
}

/** The page at which a browser can open a document, of what was put down as its page; empty where that is no number. */
export const pageNumber = (page: string): string => (/^\d{1,5}$/.test(page.trim()) ? page.trim() : "");

/** Where the desk opens a file of evidence; a document at its page. */
export const evidenceAddress = (file: Pick<EvidenceFile, "name">, page = ""): string =>
  `/desk/evidence/${file.name}${pageNumber(page) ? `#page=${pageNumber(page)}` : ""}`;
