import { type Stage, stageNames } from "@/domain/workflow";
import { Pill, type Tone } from "./pill";

const tones: Record<Stage, Tone> = {
  drafting: "info",
  in_review: "attention",
  approved: "sourced",
  scheduled: "sourced",
  published: "sourced",
};

/** How far a story has come. */
export const StagePill = ({ stage }: { stage: Stage }) => (
  <Pill tone={tones[stage]}>{stageNames[stage]}</Pill>
);
