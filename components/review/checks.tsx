"use client";

import { Check, CircleSlash, TriangleAlert, X } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { overrideCheck } from "@/app/actions/stories";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { Dialog, DialogFoot } from "@/components/desk/dialog";
import { TextArea } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";
import type { Verdict } from "@/domain/checks/checked-story";
import { placeOf } from "@/domain/review/markings";
import { AgreeToUse } from "./agree-to-use";
import { Attest } from "./attest";

type Props = {
  storyId: string;
  verdicts: readonly Verdict[];
  /** The reading view of this story, where the places stand that checks point at. */
  sheetHref: string;
  isSheetShown: boolean;
  mayOverride: boolean;
  mayAttest: boolean;
};

const marks = {
  pass: { Icon: Check, ink: "text-sourced", said: "Passes" },
  warning: { Icon: TriangleAlert, ink: "text-attention", said: "Warning" },
  blocker: { Icon: X, ink: "text-broken", said: "Stands in the way" },
  overridden: { Icon: CircleSlash, ink: "text-info", said: "Set aside" },
} as const;

const order = { blocker: 0, warning: 1, overridden: 2, pass: 3 } as const;

/** Everything that was looked at before approval: what stands in the way first, each with a way to its place. */
export function Checks({ verdicts, ...rest }: Props) {
  const sorted = [...verdicts].sort((one, other) => order[one.state] - order[other.state]);
  if (sorted.length === 0) return <p className="px-4.5 text-ink-3">Nothing to check yet.</p>;
  return (
    <ul className="m-0 list-none p-0 pb-2.5">
      {sorted.map((verdict) => (
        <CheckLine key={`${verdict.check} ${verdict.subject} ${verdict.title}`} verdict={verdict} {...rest} />
      ))}
    </ul>
  );
}

/** Checks that are about a source, and to be mended on its page. */
const sourceChecks = new Set<Verdict["check"]>([
  "unnamed_reason",
  "unnamed_description",
  "unnamed_credibility",
  "unnamed_attestation",
  "unnamed_approval",
  "quote_approval",
]);

function CheckLine({ verdict, ...props }: Omit<Props, "verdicts"> & { verdict: Verdict }) {
  const { Icon, ink, said } = marks[verdict.state];
  const place = placeOf(verdict.where);
  const stands = verdict.state === "blocker" || verdict.state === "warning";
  return (
    <li className="flex gap-2.5 px-4.5 py-2 leading-[1.4]">
      <Icon aria-hidden size={15} strokeWidth={2.6} className={`mt-0.5 shrink-0 ${ink}`} />
      <div className="min-w-0">
        <span className="sr-only">{said}: </span>
        <span className="break-words">{verdict.title}</span>
        {stands ? (
          <span className="block text-ink-3">
            {verdict.why} {verdict.todo}
          </span>
        ) : null}
        {stands ? (
          <span className="mt-0.5 flex flex-wrap items-center gap-x-3.5 gap-y-1">
            {place ? (
              <a
                href={
                  props.isSheetShown || /^#(thread|replies|about)/.test(place)
                    ? place
                    : `${props.sheetHref}${place}`
                }
                className="font-semibold text-info"
              >
                Show it
              </a>
            ) : null}
            {verdict.check === "unnamed_attestation" && props.mayAttest ? (
              <Attest sourceId={verdict.subject} />
            ) : null}
            {verdict.check === "unnamed_approval" && props.mayAttest ? (
              <AgreeToUse storyId={props.storyId} subject={verdict.subject} />
            ) : null}
            {sourceChecks.has(verdict.check) ? (
              <Link
                href={`/desk/sources/${verdict.subject.split(" ")[0]}`}
                className="font-semibold text-info"
              >
                Open the source
              </Link>
            ) : null}
            {verdict.overridable && verdict.state === "blocker" && props.mayOverride ? (
              <SetAside storyId={props.storyId} verdict={verdict} />
            ) : null}
          </span>
        ) : null}
      </div>
    </li>
  );
}

/** An admin sets one blocker aside, with a reason that stays on the trail. */
function SetAside({ storyId, verdict }: { storyId: string; verdict: Verdict }) {
  const router = useRouter();
  const announce = useAnnounce();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const { run, pending, error } = useCommand(overrideCheck);
  const settle = async () => {
    const { check, subject } = verdict;
    if (!(await run({ id: storyId, check, subject, reason }))) return;
    setOpen(false);
    announce("Set aside for this text. The reason is on the trail.");
    router.refresh();
  };
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="cursor-pointer font-semibold text-ink-2 underline"
      >
        Set aside
      </button>
      {open ? (
        <Dialog
          title="Set this check aside?"
          lead={`${verdict.title}. It holds for the text as it is now, and the reason stays on the trail.`}
          busy={pending}
          onClose={() => setOpen(false)}
        >
          <form
            onSubmit={(event) => {
              event.preventDefault();
              void settle();
            }}
          >
            <TextArea
              label="Reason"
              required
              autoFocus
              maxLength={2_000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
            {error ? <Notice>{error}</Notice> : null}
            <DialogFoot>
              <Button onClick={() => setOpen(false)}>Cancel</Button>
              <Button type="submit" look="stop" pending={pending} pendingLabel="Setting aside …">
                Set aside
              </Button>
            </DialogFoot>
          </form>
        </Dialog>
      ) : null}
    </>
  );
}
