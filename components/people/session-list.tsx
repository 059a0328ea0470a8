"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useActionState, useEffect } from "react";
import { endSessions } from "@/app/actions/people";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { Notice } from "@/components/desk/notice";
import { Pill } from "@/components/desk/pill";
import { troubleIn } from "@/domain/answer";

export type ShownSession = { id: string; browser: string; since: ReactNode; seen: ReactNode; here: boolean };

/** Where one is signed in, with the means to end any of it. Works before scripts load. */
export function SessionList({ sessions }: { sessions: ShownSession[] }) {
  const [state, submit, pending] = useActionState(endSessions, {});
  const trouble = troubleIn(state);
  const router = useRouter();
  const announce = useAnnounce();
  // Before scripts load the answer is a page of its own, with the list as it is then.
  useEffect(() => {
    if (!state.data?.ok) return;
    announce("Signed out there.");
    router.refresh();
  }, [state, announce, router]);
  const others = sessions.filter((session) => !session.here);
  return (
    <form action={submit} className="m-0">
      {trouble ? <Notice>{trouble}</Notice> : null}
      <ul className="m-0 mb-4 list-none divide-y divide-rule rounded-lg border border-rule bg-surface p-0">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 text-[14px]">
            <div className="min-w-0 flex-1">
              <p className="m-0 font-semibold">{session.browser}</p>
              <p className="m-0 text-[13px] text-ink-3">
                Signed in {session.since} · last seen {session.seen}
              </p>
            </div>
            {session.here ? (
              <Pill tone="sourced">This browser</Pill>
            ) : (
              <Button
                type="submit"
                name="id"
                value={session.id}
                pending={pending}
                aria-label={`End the session in ${session.browser}`}
              >
                End
              </Button>
            )}
          </li>
        ))}
      </ul>
      {others.length > 0 ? (
        <Button type="submit" name="id" value="all" pending={pending} pendingLabel="Signing out …">
          Sign out everywhere else
        </Button>
      ) : (
        <p className="m-0 text-[13.5px] text-ink-3">You are signed in nowhere else.</p>
      )}
    </form>
  );
}
