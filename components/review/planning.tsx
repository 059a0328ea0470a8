"use client";

import { useState } from "react";
import { Button } from "@/components/desk/button";
import { refusalWords } from "@/domain/refusal";
import { AssignForm } from "./assign-form";
import { EmbargoForm } from "./embargo-form";
import type { Plan } from "./plan";

/** Whose the story is, when it is due, and before when it may not go out. Editors change it here. */
export function Planning({ plan, assigning = false }: { plan: Plan; assigning?: boolean }) {
  const mayPlan = plan.people.length > 0;
  const [open, setOpen] = useState<"assign" | "embargo" | null>(assigning && mayPlan ? "assign" : null);
  return (
    <>
      <dl className="m-0 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 leading-normal">
        <dt className="text-ink-3">Written by</dt>
        <dd className="m-0">{plan.authors.map((author) => author.name).join(", ") || "Nobody yet"}</dd>
        <dt className="text-ink-3">Due</dt>
        <dd className="m-0">
          {plan.due || "Not set"}
          {plan.isLate ? <span className="font-semibold text-broken">, late</span> : null}
        </dd>
        <dt className="text-ink-3">Embargo</dt>
        <dd className="m-0">{plan.embargo || "None"}</dd>
        {plan.assignment ? (
          <>
            <dt className="text-ink-3">Asked for</dt>
            <dd className="m-0 break-words whitespace-pre-line">{plan.assignment}</dd>
          </>
        ) : null}
      </dl>
      {mayPlan ? (
        <div className="mt-3 flex flex-wrap gap-2">
          <Button onClick={() => setOpen("assign")}>Assign</Button>
          <Button
            refusedBecause={plan.out === "all" ? refusalWords.out_already : undefined}
            onClick={() => setOpen("embargo")}
          >
            Embargo
          </Button>
        </div>
      ) : null}
      {open === "assign" ? <AssignForm plan={plan} onClose={() => setOpen(null)} /> : null}
      {open === "embargo" ? <EmbargoForm plan={plan} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
