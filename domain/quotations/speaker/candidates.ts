import type { Candidate, Setting, Stage } from "./candidate";
import { fromMemory, fromNeighbours, fromTurns } from "./candidates-around";
import { fromAccordingTo, fromLabels, fromSaidThings } from "./candidates-by-sign";
import { fromCues } from "./candidates-by-verb";
import type { Memory } from "./memory";

/** Everyone the text offers as speaker of one quotation, in no order. */
export function candidatesFor(stage: Stage, setting: Setting, memory: Memory): Candidate[] {
  return [
    ...fromCues(stage, setting, memory),
    ...fromAccordingTo(stage, setting, memory),
    ...fromSaidThings(stage, setting, memory),
    ...fromLabels(stage, setting, memory),
    ...fromMemory(stage, setting, memory),
    ...fromNeighbours(stage, setting, memory),
    ...fromTurns(stage, setting, memory),
  ];
}
