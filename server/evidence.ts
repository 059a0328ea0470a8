import { randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { Writable } from "node:stream";
import { addEvidenceFile } from "@/db/write-evidence";
import { type EvidenceType, evidenceLimits, evidenceType } from "@/domain/evidence-files";
import type { Actor } from "@/domain/people";
import { refusedKind } from "@/domain/pictures";
import type { EvidenceFile } from "@/domain/quote-record";
import type { Refusal } from "@/domain/refusal";
import { ok, type Result, refuse } from "@/domain/result";
import { inStudio } from "./pictures/studio";
import { inOwnFolder } from "./storage/incoming";
import { storage } from "./storage/storage";
import { logUnexpected } from "./unexpected";

/** Takes a recording or a document in as it arrives, without holding it in memory. What it is, its first bytes decide;
 * a picture is written anew like every picture, and nothing but its pixels is kept. */
export async function keepEvidence(
  actor: Actor,
  title: string,
  body: ReadableStream<Uint8Array>,
): Promise<Result<EvidenceFile, Refusal>> {
  return inOwnFolder(async (folder) => {
    const file = join(folder, "original");
    const type = await received(body, file);
    if (!type.ok) return type;
    const name = randomBytes(16).toString("hex");
    const finished = type.value.ending === "jpg" ? await asPicture(file, folder, name) : ok(file);
    if (!finished.ok) return finished;
    const called = `${name}.${type.value.ending}`;
    const { size } = await stat(finished.value);
    const kept = await storage();
    await kept.keep(`evidence/${called}`, finished.value, type.value.type);
    try {
      return ok(
        await addEvidenceFile(actor, {
          ...type.value,
          name: called,
          bytes: size,
          title: title || "Untitled",
        }),
      );
    } catch (error) {
      await kept.remove(`evidence/${called}`);
      throw error;
    }
  });
}

/** Writes what arrives to a file, and stops as soon as it is too much, or is seen to be nothing that is kept. */
async function received(
  body: ReadableStream<Uint8Array>,
  file: string,
): Promise<Result<EvidenceType, Refusal>> {
  const out = Writable.toWeb(createWriteStream(file, { mode: 0o600 })).getWriter();
  let head = new Uint8Array();
  let type: EvidenceType | null = null;
  let length = 0;
  const stop = async (why: Refusal) => {
    await out.close();
    return refuse(why);
  };
  for await (const piece of body) {
    length += piece.length;
    if (!type) {
      head = new Uint8Array(Buffer.concat([head, piece.subarray(0, 512)]));
      if (head.length >= 16) type = evidenceType(head);
      if (head.length >= 16 && !type) return stop(whyNot(head));
    }
    if (length > (type ? evidenceLimits[type.kind] : 64)) return stop("evidence_too_big");
    await out.write(piece);
  }
  if (!type) return stop("evidence_unreadable");
  await out.close();
  return ok(type);
}

/** A picture of a kind that is not taken is told so by its own name. */
function whyNot(head: Uint8Array): Refusal {
  const why = refusedKind(head);
  return why === null || why === "picture_unreadable" ? "evidence_unreadable" : why;
}

async function asPicture(file: string, folder: string, name: string): Promise<Result<string, Refusal>> {
  const made = await inStudio({ from: { file }, into: folder, name, formats: ["jpg"], onlyWidth: 2400 });
  if (!made.ok) return made;
  return ok(join(folder, made.value.files[0] ?? ""));
}

/** Puts a copy of a document where readers' files are. */
export const copyForReaders = async (from: string, to: string): Promise<void> =>
  (await storage()).copy(`evidence/${from}`, `documents/${to}`);

/** Removes readers' copy. It cannot be reached any more by then: a file that stays is only a little room lost. */
export async function removeFromReaders(name: string): Promise<void> {
  try {
    await (await storage()).remove(`documents/${name}`);
  } catch (error) {
    logUnexpected(error, "removing a withdrawn document");
  }
}

/** Removes what the desk itself kept; it is tried again where the storage does not answer. */
export const removeFromDesk = async (name: string): Promise<void> =>
  (await storage()).remove(`evidence/${name}`);
