"use client";

import { useId } from "react";
import { occasionOffer } from "@/domain/quote-lines";
import type { OccasionRecord } from "@/domain/quote-record";
import { quoteLimits } from "@/domain/quote-rules";
import { groundRuleNames, groundRules } from "@/domain/quotes";
import { fieldClasses, SelectField, TextField } from "../desk/field";
import { useGroundRuleWords } from "./ground-rule-words";
import { type DraftProblems, occasionFields, type QuoteDraft, saidValues, saidWords } from "./quote-draft";

type Props = {
  draft: QuoteDraft;
  /** Occasions of the chosen source that are on record. */
  offered: readonly OccasionRecord[];
  problems: DraftProblems;
  onChange: (part: Partial<QuoteDraft>) => void;
};

/** When, where and how the words were said, and under which ground rule: an occasion on record, or a new one. */
export function OccasionFields({ draft, offered, problems, onChange }: Props) {
  return (
    <>
      {offered.length > 0 ? <OnRecord draft={draft} offered={offered} onChange={onChange} /> : null}
      <div className="grid gap-x-4 sm:grid-cols-[1.2fr_1fr]">
        <Said draft={draft} error={problems.said} onChange={onChange} />
        <TextField
          label="When"
          type="date"
          readOnly={draft.occasion !== null}
          value={draft.when}
          onChange={(event) => onChange({ when: event.target.value })}
        />
        <TextField
          label="Where"
          placeholder="A place, a committee, a programme"
          maxLength={quoteLimits.place}
          readOnly={draft.occasion !== null}
          value={draft.where}
          onChange={(event) => onChange({ where: event.target.value })}
        />
        <GroundRuleField draft={draft} error={problems.groundRule} onChange={onChange} />
      </div>
    </>
  );
}

function OnRecord({ draft, offered, onChange }: Omit<Props, "problems">) {
  const name = useId();
  const year = new Date().getFullYear();
  const choices = [...offered, null];
  return (
    <fieldset className="m-0 mb-4 border-0 p-0">
      <legend className="mb-1 p-0 text-[13px] font-semibold text-ink-2">Occasion</legend>
      <div className="max-h-40 overflow-auto rounded-card border border-rule">
        {choices.map((occasion) => (
          <label
            key={occasion?.id ?? "new"}
            className="flex cursor-pointer items-start gap-2.5 px-3 py-1.5 text-[14px] leading-normal hover:bg-sunken has-checked:bg-info-soft"
          >
            <input
              type="radio"
              name={name}
              className="mt-1 accent-(--ink)"
              checked={(draft.occasion?.id ?? null) === (occasion?.id ?? null)}
              onChange={() =>
                onChange(
                  occasion
                    ? { occasion, ...occasionFields(occasion), groundRule: occasion.groundRule }
                    : { occasion: null },
                )
              }
            />
            <span>
              {occasion ? occasionOffer(occasion, year) : "Another occasion"}
              {occasion ? (
                <span className="text-ink-3"> · {groundRuleNames[occasion.groundRule].toLowerCase()}</span>
              ) : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Said({ draft, error, onChange }: { error: string | undefined } & Pick<Props, "draft" | "onChange">) {
  const kept = draft.occasion !== null;
  const values = saidValues.includes(draft.said) || !draft.said ? saidValues : [draft.said, ...saidValues];
  return (
    <SelectField
      label="Said"
      error={error}
      value={draft.said}
      onChange={(event) => onChange({ said: event.target.value })}
    >
      {draft.said ? null : <option value="">Choose how …</option>}
      {values.map((value) => (
        <option key={value} value={value} disabled={kept && value !== draft.said}>
          {saidWords(value)}
        </option>
      ))}
    </SelectField>
  );
}

function GroundRuleField({
  draft,
  error,
  onChange,
}: { error: string | undefined } & Pick<Props, "draft" | "onChange">) {
  const id = useId();
  const { occasion, groundRule, speaker } = draft;
  const undescribed =
    speaker &&
    !speaker.publicDescription &&
    (groundRule === "background" || groundRule === "deep_background");
  return (
    <div className="mb-4">
      <label htmlFor={id} className="mb-1 block text-[13px] font-semibold text-ink-2">
        Ground rule
      </label>
      <select
        id={id}
        value={groundRule}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-meaning${error ? ` ${id}-error` : ""}`}
        onChange={(event) => {
          const chosen = groundRules.find((each) => each === event.target.value);
          if (chosen) onChange({ groundRule: chosen });
        }}
        className={fieldClasses}
      >
        {groundRules.map((rule) => (
          <option key={rule} value={rule}>
            {groundRuleNames[rule]}
          </option>
        ))}
      </select>
      <p
        id={`${id}-meaning`}
        className={`m-0 mt-1 text-[12.5px] leading-normal ${groundRule === "on_record" ? "text-ink-3" : "text-attention"}`}
      >
        {useGroundRuleWords()[groundRule]}
        {occasion && occasion.groundRule !== "on_record"
          ? ` The talk itself was held on: ${groundRuleNames[occasion.groundRule].toLowerCase()}.`
          : ""}
      </p>
      {undescribed ? (
        <p className="m-0 mt-1 text-[12.5px] leading-normal text-attention">
          Before it is printed,{" "}
          <a href={`/desk/sources/${speaker.id}`} target="_blank" rel="noopener" className="underline">
            the source’s page
          </a>{" "}
          has to say how readers are told of them, and why they are not named.
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} role="alert" className="m-0 mt-1 text-[13px] leading-normal text-broken">
          {error}
        </p>
      ) : null}
    </div>
  );
}
