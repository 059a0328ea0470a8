"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { v7 as newId } from "uuid";
import { logConditionAsked } from "@/app/actions/sourcing";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { SelectField, TextArea } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";
import { type ConditionKind, conditionKinds, conditionNames, sourcingLimits } from "@/domain/sourcing";

type Decision = "refused" | "accepted";
type Props = {
  sourceId: string;
  mayLog: boolean;
  /** To accept a condition takes an editor, whose name stands there. */
  mayAccept: boolean;
  conditions: readonly {
    readonly id: string;
    readonly asked: ConditionKind;
    readonly detail: string;
    readonly decision: Decision;
    readonly by: string;
    readonly when: string;
  }[];
};

/** What a source asked of the newsroom, and whether it was refused or accepted by whom. What is put down stays. */
export function Conditions({ sourceId, mayLog, mayAccept, conditions }: Props) {
  return (
    <section aria-labelledby="conditions">
      <h2 id="conditions" className="m-0 mb-2 font-ui text-[15px] font-semibold">
        Conditions asked for
      </h2>
      {conditions.length === 0 ? (
        <p className="m-0 mb-2 text-ink-3">
          None on file. When a source asks to approve quotes, to read the story first or not to be named, put
          it down here with the answer.
        </p>
      ) : (
        <ul className="m-0 mb-3 list-none divide-y divide-rule rounded-lg border border-rule bg-surface p-0">
          {conditions.map((each) => (
            <li key={each.id} className="px-3.5 py-2.5 leading-normal">
              <span className="font-semibold">{conditionNames[each.asked]}</span>
              {each.detail ? (
                <bdi className="block whitespace-pre-line [overflow-wrap:anywhere]">{each.detail}</bdi>
              ) : null}
              <span className={`block ${each.decision === "accepted" ? "text-attention" : "text-ink-3"}`}>
                {each.decision === "accepted" ? "Accepted by" : "Refused, put down by"} {each.by}, {each.when}
              </span>
            </li>
          ))}
        </ul>
      )}
      {mayLog ? <LogForm sourceId={sourceId} mayAccept={mayAccept} /> : null}
    </section>
  );
}

function LogForm({ sourceId, mayAccept }: { sourceId: string; mayAccept: boolean }) {
  const router = useRouter();
  const announce = useAnnounce();
  const [id, setId] = useState(() => newId());
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState<ConditionKind>("quote_approval");
  const [detail, setDetail] = useState("");
  const [decision, setDecision] = useState<Decision>("refused");
  const { run, pending, error } = useCommand(logConditionAsked);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await run({ id, sourceId, asked, detail, decision }))) return;
    setId(newId());
    setDetail("");
    setOpen(false);
    announce("Put down.");
    router.refresh();
  };
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="cursor-pointer font-semibold text-ink-2">Put down a condition</summary>
      <form className="mt-3" onSubmit={(event) => void send(event)}>
        <SelectField
          label="What was asked for"
          value={asked}
          onChange={(event) => setAsked(conditionKinds.find((each) => each === event.target.value) ?? asked)}
        >
          {conditionKinds.map((each) => (
            <option key={each} value={each}>
              {conditionNames[each]}
            </option>
          ))}
        </SelectField>
        <TextArea
          label="What exactly"
          hint="Never a name that is sealed."
          rows={2}
          maxLength={sourcingLimits.detail}
          value={detail}
          onChange={(event) => setDetail(event.target.value)}
        />
        <SelectField
          label="Our answer"
          hint={mayAccept ? undefined : "Only an editor may accept one, under their own name."}
          value={decision}
          onChange={(event) => setDecision(event.target.value === "accepted" ? "accepted" : "refused")}
        >
          <option value="refused">Refused</option>
          <option value="accepted" disabled={!mayAccept}>
            Accepted by me
          </option>
        </SelectField>
        {error ? <Notice>{error}</Notice> : null}
        <Button type="submit" pending={pending} pendingLabel="Putting down …" deliberate>
          Put it down
        </Button>
      </form>
    </details>
  );
}
