"use client";

import { useRouter } from "next/navigation";
import { liftBan } from "@/app/actions/replies";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";
import type { Ban } from "@/domain/moderation";

export type ShownBan = Pick<Ban, "id" | "kind" | "shown"> & {
  readonly since: string;
  readonly until: string;
};

/** Senders whose replies are refused unseen. */
export function BanList({ bans }: { bans: readonly ShownBan[] }) {
  const announce = useAnnounce();
  const router = useRouter();
  const { run, pending, error } = useCommand(liftBan);
  const lift = async (id: string) => {
    if (!(await run({ bans: [id], refused: [] }))) return;
    announce("Lifted. They may write again.");
    router.refresh();
  };
  return (
    <>
      {error ? <Notice>{error}</Notice> : null}
      <ul className="m-0 list-none divide-y divide-rule rounded-lg border border-rule bg-surface p-0">
        {bans.map((ban) => (
          <li key={ban.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 text-[14px]">
            <span dir="auto" className="min-w-0 flex-1 basis-60 wrap-anywhere">
              {ban.kind === "email" ? ban.shown : `The machine of ${ban.shown}`}
            </span>
            <span className="text-[13px] text-ink-3">
              since {ban.since}
              {ban.until ? `, until ${ban.until}` : ""}
            </span>
            <Button
              pending={pending}
              aria-label={`Lift the ban of ${ban.shown}`}
              onClick={() => void lift(ban.id)}
            >
              Lift
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
