"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { withdrawInvite } from "@/app/actions/people";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";
import { type Role, roleNames } from "@/domain/people";

export type ShownInvitation = { id: string; name: string; email: string; role: Role; until: ReactNode };

/** Links that nobody has used yet. */
export function InvitationList({ invitations }: { invitations: ShownInvitation[] }) {
  return (
    <ul className="m-0 list-none divide-y divide-rule rounded-lg border border-rule bg-surface p-0">
      {invitations.map((invitation) => (
        <Row key={invitation.id} invitation={invitation} />
      ))}
    </ul>
  );
}

function Row({ invitation }: { invitation: ShownInvitation }) {
  const { run, pending, error } = useCommand(withdrawInvite);
  const announce = useAnnounce();
  const router = useRouter();
  async function withdraw() {
    if ((await run({ id: invitation.id })) === null) return;
    announce(`The link for ${invitation.name} opens nothing now.`);
    router.refresh();
  }
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 text-[14px]">
      <div className="min-w-0 flex-1 basis-60">
        <p className="m-0 font-semibold wrap-anywhere">
          <bdi>{invitation.name}</bdi>
          <span className="font-normal text-ink-3"> · {roleNames[invitation.role]}</span>
        </p>
        <p className="m-0 text-[13px] wrap-anywhere text-ink-3">
          {invitation.email} · until {invitation.until}
        </p>
      </div>
      <Button
        pending={pending}
        pendingLabel="Taking back …"
        aria-label={`Take back the link for ${invitation.name}`}
        onClick={withdraw}
      >
        Take back
      </Button>
      {error ? (
        <div className="basis-full">
          <Notice>{error}</Notice>
        </div>
      ) : null}
    </li>
  );
}
