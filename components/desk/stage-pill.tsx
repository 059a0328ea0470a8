import type { ReactNode } from "react";
import { type Stage, stageNames } from "@/domain/workflow";
import { Pill, type Tone } from "./pill";

const tones: Record<Stage, Tone> = {
  drafting: "info",
  in_review: "attention",
  approved: "sourced",
  scheduled: "sourced",
  published: "sourced",
};

/** How far a story has come; in more words than the stage's name, where there are some. */
export const StagePill = ({ stage, children }: { stage: Stage; children?: ReactNode }) => (
  <Pill tone={tones[stage]}>{children ?? stageNames[stage]}</Pill>
);
