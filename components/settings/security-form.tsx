"use client";

import { saveSecurity } from "@/app/actions/second-factor";
import { CheckField } from "@/components/desk/field";
import type { Paper } from "@/domain/paper";
import { Part, type Shared, usePart } from "./part";

/** Whether everybody on the staff has to have a second factor. */
export function SecurityForm({ paper, shared }: { paper: Paper; shared: Shared }) {
  const part = usePart(paper.security, saveSecurity, shared, { isForReaders: false });
  return (
    <Part title="Signing in" lead="How people prove who they are." part={part}>
      <CheckField
        label="Demand a second factor of everybody"
        hint="At once: whoever has none is held at the door until they have set one up, also where they are signed in now. What they were writing is kept."
        checked={part.draft.demandsSecondFactor}
        onChange={(event) => part.change({ demandsSecondFactor: event.target.checked })}
      />
    </Part>
  );
}
