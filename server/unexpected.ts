import { randomBytes } from "node:crypto";
import { sqlState } from "@/db/client";
import { log } from "./log";

/** Logs an error nobody expected, and answers the id under which it is found in the log. An error of the database
 * is logged by its SQLSTATE alone: its message, and the messages above it, hold what was typed. */
export function logUnexpected(error: unknown, doing: string): string {
  const id = randomBytes(4).toString("hex");
  const state = sqlState(error);
  const fromDatabase = state !== undefined || (error instanceof Error && error.name === "DrizzleQueryError");
  const told =
    fromDatabase || !(error instanceof Error)
      ? { kind: "database", state }
      : { kind: error.name, message: error.message };
  log.error({ id, doing, ...told, where: placesOf(error) }, "unexpected");
  return id;
}

/** The stack's places without its first lines, which repeat the message. */
function placesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  return (error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .slice(0, 12);
}
