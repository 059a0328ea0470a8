"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { setEmbargo } from "@/app/actions/stories";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { Dialog, DialogFoot } from "@/components/desk/dialog";
import { TextField } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";
import type { Plan } from "./plan";
import { type WhichHour, WhichHourChoice } from "./which-hour";

const leadOfStory =
  "Before that moment the story goes out on no way at all, and nobody can override it. A story scheduled for before it is taken off the schedule.";
const leadOfChange =
  "Readers have this story already, and keep it as it is. Before that moment no change to it goes out on any way at all, and nobody can override it. To take from them what they have, withdraw the story.";

/** Asks before when a story may not go out. */
export function EmbargoForm({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const router = useRouter();
  const announce = useAnnounce();
  const [until, setUntil] = useState(plan.embargoLocal);
  const [which, setWhich] = useState<WhichHour>(undefined);
  const { run, pending, error, refusal } = useCommand(setEmbargo);
  const isTwice = typeof refusal === "object" && refusal !== null && refusal.unclear === "twice";
  const send = async (moment: string) => {
    if (!(await run({ id: plan.storyId, until: moment, which }))) return;
    onClose();
    announce(moment ? "The embargo is set." : "The embargo is lifted.");
    router.refresh();
  };
  return (
    <Dialog
      title="Embargo"
      lead={plan.out === "older copy" ? leadOfChange : leadOfStory}
      busy={pending}
      onClose={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send(until);
        }}
      >
        <TextField
          label="Until"
          type="datetime-local"
          required
          autoFocus
          hint={`Newsroom time: ${plan.zoneName}.`}
          value={until}
          onChange={(event) => {
            setUntil(event.target.value);
            setWhich(undefined);
          }}
        />
        {isTwice || which ? <WhichHourChoice which={which} onChoose={setWhich} /> : null}
        {error ? <Notice>{error}</Notice> : null}
        <DialogFoot>
          <Button onClick={onClose}>Cancel</Button>
          {plan.embargoLocal ? (
            <Button pending={pending} onClick={() => void send("")}>
              Lift the embargo
            </Button>
          ) : null}
          <Button type="submit" look="strong" pending={pending} pendingLabel="Setting …">
            Set embargo
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
