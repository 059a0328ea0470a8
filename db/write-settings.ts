import { eq, sql } from "drizzle-orm";
import { isHost } from "@/domain/body/embeds";
import { isSafeLink } from "@/domain/body/links";
import { rules } from "@/domain/checks/checks";
import { differencesOf, type PaperPart, paperWith } from "@/domain/paper-settings";
import { type Actor, isAdmin } from "@/domain/people";
import type { Refusal } from "@/domain/refusal";
import { ok, type Result, refuse } from "@/domain/result";
import { inTransaction } from "./client";
import { holdAtTheDoor, isInByPasswordAlone } from "./people/second-factor";
import { purge } from "./purge";
import { settings } from "./schema/paper";
import { lockPaper } from "./settings/lock-paper";
import { logSettings } from "./settings/log-settings";

/** `purge` is to be confirmed before anybody is told that readers see the change. */
export type Changed = { readonly revision: number; readonly purge: number };

/** Changes one part of the paper's settings, based on the revision that the admin was looking at, and drops every ready
 * page, for the name and the language stand on all of them. A demand for a second factor holds at once, also where
 * people are signed in. */
export function changePaper(actor: Actor, base: number, part: PaperPart): Promise<Result<Changed, Refusal>> {
  return inTransaction(async (tx) => {
    if (!isAdmin(actor)) return refuse("admins_only" as const);
    if ("appeal" in part && part.appeal && !isSafeLink(part.appeal.href))
      return refuse("unsafe_link" as const);
    if ("mastodonHosts" in part && !part.mastodonHosts.every(isHost)) return refuse("unsafe_link" as const);
    // Off the record and embargo can never be softened, nor what is simply missing.
    if ("house" in part && Object.keys(part.house.severity ?? {}).some(isNeverSoftened))
      return refuse("never_overridden" as const);
    const { paper, revision } = await lockPaper(tx);
    if (revision !== base) return refuse("stale_revision" as const);
    if ("security" in part) {
      const { demandsSecondFactor } = part.security;
      // Or the admin who turns it on would be the first to stand before the door.
      if (demandsSecondFactor && (await isInByPasswordAlone(tx, actor.id)))
        return refuse("own_factor_first" as const);
      await holdAtTheDoor(tx, demandsSecondFactor);
    }
    const after = paperWith(paper, part);
    const differences = differencesOf(paper, after);
    await tx
      .update(settings)
      .set({ paper: after, revision: revision + 1, updatedAt: sql`now()` })
      .where(eq(settings.one, 1));
    await logSettings(tx, actor, "settings_changed", "settings", differences);
    return ok({ revision: revision + 1, purge: await purge(tx, ["*"]) });
  });
}

const isNeverSoftened = (check: string): boolean =>
  Object.entries(rules).some(([name, rule]) => name === check && rule.never);
