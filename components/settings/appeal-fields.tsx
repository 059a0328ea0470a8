"use client";

import { CheckField, SelectField } from "@/components/desk/field";
import { appealMannerLimits, type BarPlace, barPlaceNames, barPlaces } from "@/domain/appeal";
import { NumberField } from "./number-field";

type Draft = {
  readonly bar: BarPlace;
  readonly end: boolean;
  readonly every: string;
  readonly again: string;
};

/** Where and how often the appeal stands. */
export function AppealFields({ draft, change }: { draft: Draft; change: (part: Partial<Draft>) => void }) {
  const { every, again } = appealMannerLimits;
  return (
    <>
      <SelectField
        label="As a bar"
        value={draft.bar}
        onChange={(event) => {
          const bar = barPlaces.find((each) => each === event.target.value);
          if (bar) change({ bar });
        }}
      >
        {barPlaces.map((each) => (
          <option key={each} value={each}>
            {barPlaceNames[each]}
          </option>
        ))}
      </SelectField>
      <CheckField
        label="As a panel at the end of stories"
        checked={draft.end}
        onChange={(event) => change({ end: event.target.checked })}
      />
      <div className="grid gap-x-4 sm:grid-cols-2">
        <NumberField
          label="On one story in"
          limits={every}
          hint="1: on each story that a reader opens. Counted in their own browser."
          value={draft.every}
          onChange={(every) => change({ every })}
        />
        <NumberField
          label="Back after so many days"
          limits={again}
          hint="After a reader dismissed it. 0: never."
          value={draft.again}
          onChange={(again) => change({ again })}
        />
      </div>
    </>
  );
}
