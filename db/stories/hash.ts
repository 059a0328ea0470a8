import { createHash } from "node:crypto";
import { type Words, writtenForm } from "@/domain/words";

/** SHA-256, in hexadecimal, of the words in their one written form: the browser makes the same and compares. */
export const hashOf = (words: Words): string =>
  createHash("sha256").update(writtenForm(words), "utf8").digest("hex");
