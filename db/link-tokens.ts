import { createHmac } from "node:crypto";
import type { LinkPurpose } from "@/domain/mail/letter";
import { environment } from "@/environment";

/** The token of a one-time link, made of its record's id under a key that is not in the database. So a letter with the
 * link can wait there without it, and only the token's hash is kept. 256 bits that nobody can guess without the key. */
export const linkToken = (purpose: LinkPurpose, id: string): string =>
  createHmac("sha256", environment().sessionSecret).update(`${purpose} link ${id}`).digest("base64url");
