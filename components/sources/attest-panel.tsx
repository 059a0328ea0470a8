"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { attest } from "@/app/actions/sources";
import { useAnnounce } from "@/components/desk/announcer";
import { Button } from "@/components/desk/button";
import { SelectField } from "@/components/desk/field";
import { Notice } from "@/components/desk/notice";
import { useCommand } from "@/components/desk/use-command";
import { type AttestationWay, attestationNames, attestationWays } from "@/domain/source-rules";

type Props = {
  sourceId: string;
  attestations: readonly { readonly editor: string; readonly how: AttestationWay; readonly when: string }[];
  /** Why this person cannot vouch; undefined where they can. */
  refusedBecause: string | undefined;
};

/** Which editors know who an unnamed source is, and the statement by which one more does. No name is typed. */
export function AttestPanel({ sourceId, attestations, refusedBecause }: Props) {
  const router = useRouter();
  const announce = useAnnounce();
  const [how, setHow] = useState<AttestationWay>("told_in_person");
  const { run, pending, error } = useCommand(attest);
  return (
    <section aria-labelledby="vouching">
      <h2 id="vouching" className="m-0 mb-2 font-ui text-[15px] font-semibold">
        Editors who know the name
      </h2>
      {attestations.length > 0 ? (
        <ul className="m-0 mb-3 list-none divide-y divide-rule rounded-lg border border-rule bg-surface p-0">
          {attestations.map((each) => (
            <li key={each.editor} className="px-3.5 py-2.5">
              <span className="font-semibold">{each.editor}</span>{" "}
              <span className="text-ink-3">
                · {attestationNames[each.how].toLowerCase()}, {each.when}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="m-0 mb-3 text-attention">
          No editor yet. Without one, nothing that this source said can be printed. Tell an editor in person:
          no name need be typed anywhere.
        </p>
      )}
      {refusedBecause ? (
        <p className="m-0 text-[13px] text-ink-3">{refusedBecause}</p>
      ) : (
        <div className="flex flex-wrap items-end gap-2.5">
          <div className="-mb-4 w-52">
            <SelectField
              label="How I know"
              value={how}
              onChange={(event) => {
                const way = attestationWays.find((each) => each === event.target.value);
                if (way) setHow(way);
              }}
            >
              {attestationWays.map((way) => (
                <option key={way} value={way}>
                  {attestationNames[way]}
                </option>
              ))}
            </SelectField>
          </div>
          <Button
            look="strong"
            pending={pending}
            pendingLabel="Putting down …"
            onClick={async () => {
              if (!(await run({ sourceId, how }))) return;
              announce("Put down: you know who this is.");
              router.refresh();
            }}
          >
            I know who this is
          </Button>
        </div>
      )}
      {error ? <Notice>{error}</Notice> : null}
    </section>
  );
}
