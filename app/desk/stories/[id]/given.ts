import { z } from "zod";
import { isStorable } from "@/domain/body/check-body";
import { type Refusal, refusalWords } from "@/domain/refusal";

/** A line of text that the database can keep. */
export const line = (most: number) =>
  z
    .string()
    .max(most, `Keep it under ${most} characters.`)
    .refine(isStorable, "It holds a character that cannot be stored.");

const statuses: Partial<Record<Refusal, number>> = {
  not_signed_in: 401,
  not_yours: 403,
  not_the_writer: 403,
  not_found: 404,
  stale_revision: 409,
  too_long: 413,
};

/** Says why a text was not taken. */
export const refused = (why: Refusal, more: object = {}) =>
  Response.json({ why, words: refusalWords[why], ...more }, { status: statuses[why] ?? 422 });

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
