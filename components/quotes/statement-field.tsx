"use client";

import { type Statement, statementNames, statements } from "@/domain/sourcing";
import { SelectField } from "../desk/field";

/** Whether the words state a fact or an opinion: an unnamed source may give facts alone. */
export function StatementField({
  statement,
  withheld,
  onChange,
}: {
  statement: Statement | null;
  /** Readers are not told who said it. */
  withheld: boolean;
  onChange: (statement: Statement | null) => void;
}) {
  return (
    <SelectField
      label="States"
      hint={
        withheld && statement === "opinion"
          ? "An opinion of somebody who is not named stands in the way of approval."
          : "A source that is not named may give facts, and no opinions."
      }
      value={statement ?? ""}
      onChange={(event) => onChange(statements.find((each) => each === event.target.value) ?? null)}
    >
      <option value="">Not said yet</option>
      {statements.map((each) => (
        <option key={each} value={each}>
          {statementNames[each]}
        </option>
      ))}
    </SelectField>
  );
}
