"use client";

import { useMemo, useState } from "react";
import { Button } from "@/components/desk/button";
import { DialogFoot } from "@/components/desk/dialog";
import { leafText, leavesOf } from "@/domain/review/leaves";
import { type Choice, merged, passagesOf, textOf } from "@/domain/review/merge";
import type { Words } from "@/domain/words";

type Props = {
  theirs: Words;
  mine: Words;
  busy: boolean;
  onBack: () => void;
  onMerge: (words: Words) => void;
};

/** Both texts passage by passage: for each that differs a person says whose words stand, and sees what comes of it. */
export function MergeChoices({ theirs, mine, busy, onBack, onMerge }: Props) {
  const merge = useMemo(() => passagesOf(theirs, mine), [theirs, mine]);
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  const chosen = (name: string): Choice => choices[name] ?? "mine";
  const choose = (name: string) => (choice: Choice) => setChoices({ ...choices, [name]: choice });
  const result = merged(theirs, mine, merge, {
    field: chosen,
    passage: (index) => chosen(`passage ${index}`),
  });
  return (
    <>
      {merge.fields.map(({ field, name }) => (
        <Choices
          key={field}
          legend={name}
          theirs={shown(theirs[field])}
          mine={shown(mine[field])}
          chosen={chosen(field)}
          onChoose={choose(field)}
        />
      ))}
      {merge.passages.map((passage, index) => {
        const name = `passage ${index}`;
        if (passage.kind === "same") {
          return (
            <p key={name} className="m-0 mb-3 truncate text-center text-[12.5px] text-ink-3" dir="auto">
              ⋯ the same in both: {textOf(passage.blocks).slice(0, 80)} ⋯
            </p>
          );
        }
        return (
          <Choices
            key={name}
            legend={`Passage ${index + 1}`}
            theirs={textOf(passage.theirs)}
            mine={textOf(passage.mine)}
            both={passage.theirs.length > 0 && passage.mine.length > 0}
            chosen={chosen(name)}
            onChoose={choose(name)}
          />
        );
      })}
      <section
        aria-label="The merged text"
        className="mt-4 rounded-card border border-rule bg-sunken p-4 font-text text-[16px] leading-relaxed"
      >
        <p className="m-0 mb-2 font-ui text-[12.5px] text-ink-3">What is saved then</p>
        <p dir="auto" className="m-0 mb-2 font-head text-[19px] break-words">
          {result.headline || "No headline"}
        </p>
        {leavesOf(result.body).map((leaf) => (
          <p key={leaf.from} dir="auto" className="m-0 mb-2 whitespace-pre-wrap break-words">
            {leafText(leaf)}
          </p>
        ))}
      </section>
      <DialogFoot>
        <Button onClick={onBack} refusedBecause={busy ? "Wait for the answer." : undefined}>
          Back to the two texts
        </Button>
        <Button
          look="strong"
          pending={busy}
          pendingLabel="Storing yours beside it …"
          onClick={() => onMerge(result)}
        >
          Save the merged text
        </Button>
      </DialogFoot>
    </>
  );
}

/** Ids are no words: of those it is enough that they differ. */
const shown = (value: Words["headline" | "hero" | "sectionId" | "topicIds"]): string => {
  if (value === null || value === "") return "none";
  if (typeof value === "string") return /^[0-9a-f-]{36}$/.test(value) ? "chosen" : value;
  if ("mediaId" in value)
    return [value.alt, value.caption, value.credit].filter(Boolean).join(" · ") || "chosen";
  return value.length === 0 ? "none" : `${value.length} chosen`;
};

function Choices({
  legend,
  theirs,
  mine,
  both = false,
  chosen,
  onChoose,
}: {
  legend: string;
  theirs: string;
  mine: string;
  both?: boolean;
  chosen: Choice;
  onChoose: (choice: Choice) => void;
}) {
  const ways: readonly (readonly [Choice, string, string])[] = [
    ["theirs", "Theirs", theirs || "Nothing here"],
    ["mine", "Yours", mine || "Nothing here"],
    ...(both ? ([["both", "Both", "Theirs, and yours after it"]] as const) : []),
  ];
  return (
    <fieldset className="m-0 mb-3 rounded-card border border-rule p-3">
      <legend className="px-1 text-[12.5px] text-ink-3">{legend}</legend>
      {ways.map(([choice, name, words]) => (
        <label
          key={choice}
          className={`mb-1 flex cursor-pointer gap-2.5 rounded-sm p-1.5 text-[14px] last:mb-0 ${chosen === choice ? "bg-info-soft" : ""}`}
        >
          <input
            type="radio"
            name={legend}
            checked={chosen === choice}
            onChange={() => onChoose(choice)}
            className="mt-1"
          />
          <span className="min-w-0">
            <b className="font-semibold">{name}</b>{" "}
            <bdi className="whitespace-pre-wrap break-words font-text">{words}</bdi>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
