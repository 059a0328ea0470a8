import type { Actor } from "@/domain/people";
import type { Transaction } from "../client";
import { deskEvents } from "../schema/people";

/** Puts a change of the settings on the desk's trail. */
export const logSettings = (tx: Transaction, actor: Actor, kind: string, subject: string, note: string) =>
  tx.insert(deskEvents).values({ actorId: actor.id, kind, subject, note });
