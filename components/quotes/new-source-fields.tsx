"use client";

import { reasonTold } from "@/domain/publication/reason";
import { sourceKindNames, sourceKinds } from "@/domain/quotes";
import { sourceLimits } from "@/domain/source-rules";
import { Button } from "../desk/button";
import { CheckField, SelectField, TextArea, TextField } from "../desk/field";
import type { FreshSource } from "./quote-draft";

type Props = {
  source: FreshSource;
  /** Under the ground rule chosen, readers are not told the name. */
  withheld: boolean;
  descriptionError: string | undefined;
  onChange: (source: FreshSource) => void;
  onBack: () => void;
};

/** Puts a new source down inside the quote form. Its name is what stands in the field above. */
export function NewSourceFields({ source, withheld, descriptionError, onChange, onBack }: Props) {
  const set = (part: Partial<FreshSource>) => onChange({ ...source, ...part });
  return (
    <fieldset className="m-0 mt-3 rounded-lg border border-rule bg-sunken px-4 pt-3 pb-0">
      <legend className="px-1 text-[13px] font-semibold">New in the library</legend>
      <div className="grid gap-x-4 sm:grid-cols-3">
        <SelectField
          label="Kind"
          value={source.kind}
          onChange={(event) => {
            const kind = sourceKinds.find((each) => each === event.target.value);
            if (kind) set({ kind });
          }}
        >
          {sourceKinds.map((kind) => (
            <option key={kind} value={kind}>
              {sourceKindNames[kind]}
            </option>
          ))}
        </SelectField>
        <TextField
          label="Role"
          maxLength={sourceLimits.role}
          value={source.role}
          onChange={(event) => set({ role: event.target.value })}
        />
        <TextField
          label="Organisation"
          maxLength={sourceLimits.organisation}
          value={source.organisation}
          onChange={(event) => set({ organisation: event.target.value })}
        />
      </div>
      <CheckField
        label="Do not name this source"
        hint="The field above then takes a pseudonym for the desk, never the name."
        checked={source.unnamed}
        // The name typed so far must not become the pseudonym by a tick.
        onChange={(event) => set({ unnamed: event.target.checked, name: "" })}
      />
      {source.unnamed || withheld ? (
        <UnnamedFields source={source} descriptionError={descriptionError} onChange={set} />
      ) : null}
      <Button look="quiet" className="-ml-3.5 mb-2" onClick={onBack}>
        Choose from the library instead
      </Button>
    </fieldset>
  );
}

/** What readers are told of somebody who is not named, and why they should believe it. */
export function UnnamedFields({
  source,
  descriptionError,
  onChange,
}: {
  source: Pick<FreshSource, "publicDescription" | "unnamedReason" | "credibility">;
  descriptionError: string | undefined;
  onChange: (part: Partial<FreshSource>) => void;
}) {
  return (
    <>
      <TextField
        label="Description for readers"
        placeholder="A senior official with knowledge of the budget"
        hint="As exact as it can be without pointing at the person."
        error={descriptionError}
        maxLength={sourceLimits.description}
        value={source.publicDescription}
        onChange={(event) => onChange({ publicDescription: event.target.value })}
      />
      <TextArea
        label="Why not named"
        placeholder="They were not authorised to discuss it"
        hint={source.unnamedReason.trim() ? `Readers read: ${reasonTold(source.unnamedReason)}` : undefined}
        rows={2}
        maxLength={sourceLimits.reason}
        value={source.unnamedReason}
        onChange={(event) => onChange({ unnamedReason: event.target.value })}
      />
      <TextArea
        label="Why believe them"
        placeholder="They took part in the talks"
        rows={2}
        maxLength={sourceLimits.credibility}
        value={source.credibility}
        onChange={(event) => onChange({ credibility: event.target.value })}
      />
    </>
  );
}
