"use client";

import { saveHouseRules } from "@/app/actions/settings";
import { CheckField, SelectField, TextArea } from "@/components/desk/field";
import { rules, severityIn } from "@/domain/checks/checks";
import { type CheckName, checkNames } from "@/domain/checks/names";
import { type HouseRules, type Paper, type Severity, severities } from "@/domain/paper";
import { paperLimits } from "@/domain/paper-settings";
import { groundRuleMeanings, groundRuleNames, groundRules } from "@/domain/quotes";
import {
  unnamedApprovalNames,
  unnamedApprovals,
  unnamedUseMeanings,
  unnamedUseNames,
  unnamedUses,
} from "@/domain/sourcing";
import { NumberField } from "./number-field";
import { Part, type Shared, usePart } from "./part";

type Draft = Omit<HouseRules, "quotationWords" | "standfirstCharacters"> & {
  readonly quotationWords: string;
  readonly standfirstCharacters: string;
};
type Fields = { draft: Draft; change: (part: Partial<Draft>) => void };

/** What the checks before approval hold a story against: thresholds, how heavily, who agrees, and in which words. */
export function HouseForm({ paper, shared }: { paper: Paper; shared: Shared }) {
  const { quotationWords, standfirstCharacters, ...rest } = paper.house;
  const part = usePart<Draft>(
    { ...rest, quotationWords: `${quotationWords}`, standfirstCharacters: `${standfirstCharacters}` },
    saveHouseRules,
    shared,
  );
  const { draft, change } = part;
  return (
    <Part title="House rules" lead="What the checks before approval hold a story against." part={part}>
      <div className="grid gap-x-4 sm:grid-cols-2">
        <NumberField
          label="Words in a quotation"
          limits={paperLimits.quotationWords}
          hint="A quotation of this many words or more has to be tied to a quote."
          value={draft.quotationWords}
          onChange={(quotationWords) => change({ quotationWords })}
        />
        <NumberField
          label="Characters in a standfirst"
          limits={paperLimits.standfirst}
          hint="A longer one is warned about, for search pages cut it."
          value={draft.standfirstCharacters}
          onChange={(standfirstCharacters) => change({ standfirstCharacters })}
        />
      </div>
      <Approvals draft={draft} change={change} />
      <GroundRules draft={draft} change={change} />
      <Severities draft={draft} change={change} />
    </Part>
  );
}

function Approvals({ draft, change }: Fields) {
  return (
    <fieldset className="m-0 mb-2 border-0 p-0">
      <legend className="mb-2 p-0 text-[14px] font-semibold">
        What a source that is not named is used for
      </legend>
      {unnamedUses.map((use) => (
        <SelectField
          key={use}
          label={unnamedUseNames[use]}
          hint={unnamedUseMeanings[use]}
          value={draft.unnamedApproval[use]}
          onChange={(event) => {
            const needs = unnamedApprovals.find((each) => each === event.target.value);
            if (needs) change({ unnamedApproval: { ...draft.unnamedApproval, [use]: needs } });
          }}
        >
          {unnamedApprovals.map((each) => (
            <option key={each} value={each}>
              {unnamedApprovalNames[each]}
            </option>
          ))}
        </SelectField>
      ))}
    </fieldset>
  );
}

function GroundRules({ draft, change }: Fields) {
  return (
    <details className="mb-4">
      <summary className="mb-3 cursor-pointer text-[14px] font-semibold">How ground rules are worded</summary>
      {groundRules.map((rule) => (
        <TextArea
          key={rule}
          label={groundRuleNames[rule]}
          hint="Stands beside every choice of a ground rule. Left empty, it reads as below."
          rows={2}
          maxLength={paperLimits.groundRule}
          placeholder={groundRuleMeanings[rule]}
          value={draft.groundRules[rule] ?? ""}
          onChange={(event) => change({ groundRules: { ...draft.groundRules, [rule]: event.target.value } })}
        />
      ))}
      <CheckField
        label="What was said off the record may be sought from others"
        hint="It is never published from the first source, either way."
        checked={draft.offRecordElsewhere}
        onChange={(event) => change({ offRecordElsewhere: event.target.checked })}
      />
    </details>
  );
}

const severityNames: Record<Severity, string> = {
  blocker: "Stands in the way",
  warning: "Warns",
  off: "Is not looked at",
};

function Severities({ draft, change }: Fields) {
  const set = (check: CheckName, severity: Severity) =>
    change({ severity: { ...draft.severity, [check]: severity } });
  return (
    <details className="mb-4">
      <summary className="mb-3 cursor-pointer text-[14px] font-semibold">
        How heavily each check weighs
      </summary>
      <p className="mt-0 mb-3 text-[13px] text-ink-3">
        Always in the way:{" "}
        {checkNames
          .filter((check) => rules[check].never)
          .map(nameOf)
          .join(", ")}
        .
      </p>
      <div className="grid gap-x-4 sm:grid-cols-2">
        {checkNames
          .filter((check) => !rules[check].never)
          .map((check) => (
            <SelectField
              key={check}
              label={rules[check].name}
              // Said below the field: behind the option's name it was cut off where the field is narrow.
              hint={`As it comes: ${severityNames[rules[check].severity].toLowerCase()}`}
              value={severityIn(draft, check)}
              onChange={(event) => {
                const severity = severities.find((each) => each === event.target.value);
                if (severity) set(check, severity);
              }}
            >
              {severities.map((each) => (
                <option key={each} value={each}>
                  {severityNames[each]}
                </option>
              ))}
            </SelectField>
          ))}
      </div>
    </details>
  );
}

const nameOf = (check: CheckName): string => rules[check].name.toLowerCase();
