"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { destroyName, endGrant, grantName } from "@/app/actions/sources";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { Dialog, DialogFoot } from "@/components/desk/dialog";
import { SelectField } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";

export type SealGrantsProps = {
  sourceId: string;
  grants: readonly { readonly userId: string; readonly name: string; readonly until: string }[];
  colleagues: readonly { readonly id: string; readonly name: string }[];
};

/** Whom the person who sealed a name lets read it, and until when; and how to destroy it. */
export function SealGrants({ sourceId, grants, colleagues }: SealGrantsProps) {
  const router = useRouter();
  const announce = useAnnounce();
  const [userId, setUserId] = useState("");
  const [days, setDays] = useState("7");
  const granting = useCommand(grantName);
  const ending = useCommand(endGrant);
  return (
    <div className="mt-4">
      <h3 className="m-0 mb-1 text-[13px] font-semibold text-ink-2">May read it</h3>
      {grants.length === 0 ? <p className="m-0 mb-2 text-[13px] text-ink-3">Nobody but you.</p> : null}
      <ul className="m-0 mb-2 list-none p-0">
        {grants.map((grant) => (
          <li key={grant.userId} className="flex items-center gap-2.5">
            <span>
              {grant.name} <span className="text-ink-3">until {grant.until}</span>
            </span>
            <Button
              look="quiet"
              pending={ending.pending}
              aria-label={`End ${grant.name}’s grant`}
              onClick={async () => {
                if (!(await ending.run({ sourceId, userId: grant.userId }))) return;
                announce(`${grant.name} may not read it any more.`);
                router.refresh();
              }}
            >
              End
            </Button>
          </li>
        ))}
      </ul>
      <form
        className="flex flex-wrap items-end gap-2.5"
        onSubmit={async (event) => {
          event.preventDefault();
          if (!(await granting.run({ sourceId, userId, days: Number(days) }))) return;
          setUserId("");
          announce(
            `${colleagues.find((each) => each.id === userId)?.name ?? "Your colleague"} may read it now.`,
          );
          router.refresh();
        }}
      >
        <div className="-mb-4 w-44">
          <SelectField
            label="Let a colleague read it"
            value={userId}
            onChange={(event) => setUserId(event.target.value)}
          >
            <option value="">Choose …</option>
            {colleagues.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </SelectField>
        </div>
        <div className="-mb-4 w-32">
          <SelectField label="For" value={days} onChange={(event) => setDays(event.target.value)}>
            <option value="1">1 day</option>
            <option value="7">7 days</option>
            <option value="30">30 days</option>
            <option value="90">90 days</option>
          </SelectField>
        </div>
        <Button
          type="submit"
          pending={granting.pending}
          pendingLabel="Granting …"
          refusedBecause={userId ? undefined : "Choose a colleague first."}
        >
          Grant
        </Button>
      </form>
      {(granting.error ?? ending.error) ? <Notice>{granting.error ?? ending.error}</Notice> : null}
      <Destroy sourceId={sourceId} />
    </div>
  );
}

function Destroy({ sourceId }: { sourceId: string }) {
  const router = useRouter();
  const announce = useAnnounce();
  const [asking, setAsking] = useState(false);
  const { run, pending, error } = useCommand(destroyName);
  return (
    <p className="mt-4 mb-0">
      <Button look="quiet" className="-ml-3.5 text-broken!" onClick={() => setAsking(true)}>
        Destroy the sealed name
      </Button>
      {asking ? (
        <Dialog
          title="Destroy the sealed name?"
          lead="Its key is deleted with it, and nobody can read it again, after a restore from a backup neither. The log of readings stays."
          busy={pending}
          onClose={() => setAsking(false)}
        >
          {error ? <Notice>{error}</Notice> : null}
          <DialogFoot>
            <Button onClick={() => setAsking(false)}>Keep it</Button>
            <Button
              look="stop"
              pending={pending}
              pendingLabel="Destroying …"
              deliberate
              onClick={async () => {
                if (!(await run({ sourceId }))) return;
                setAsking(false);
                announce("The sealed name is destroyed.");
                router.refresh();
              }}
            >
              Destroy it
            </Button>
          </DialogFoot>
        </Dialog>
      ) : null}
    </p>
  );
}
