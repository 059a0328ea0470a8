/** A quotation mark with what it costs to read it as opening, as closing, or as no mark at all. */
export type Mark = { at: number; length: number; open: number; close: number; skip: number };

/** A quotation left open at a paragraph's end is dear, unless the next paragraph opens with a mark again. */
const LEFT_OPEN = 1.8;
const LEFT_OPEN_CONTINUED = 0.2;

type Step = {
  state: "in" | "out";
  cost: number;
  from: Step | null;
  mark: Mark | null;
  did: "open" | "close" | "skip";
};

/**
 * Pairs the marks of one paragraph so that the whole reading is the cheapest: two states, inside and outside,
 * walked once, so a hundred thousand marks take no longer than their number.
 */
export function pairMarks(marks: readonly Mark[], continued: boolean): { open: Mark; close: Mark | null }[] {
  let out: Step = { state: "out", cost: 0, from: null, mark: null, did: "skip" };
  let inside: Step = { state: "in", cost: Infinity, from: null, mark: null, did: "skip" };
  for (const mark of marks) {
    const stayOut = out.cost + mark.skip;
    const closes = inside.cost + mark.close;
    const stayIn = inside.cost + mark.skip;
    const opens = out.cost + mark.open;
    const nextOut: Step =
      closes < stayOut
        ? { state: "out", cost: closes, from: inside, mark, did: "close" }
        : { state: "out", cost: stayOut, from: out, mark, did: "skip" };
    const nextIn: Step =
      opens < stayIn
        ? { state: "in", cost: opens, from: out, mark, did: "open" }
        : { state: "in", cost: stayIn, from: inside, mark, did: "skip" };
    out = nextOut;
    inside = nextIn;
  }
  const left = inside.cost + (continued ? LEFT_OPEN_CONTINUED : LEFT_OPEN);
  const last = left < out.cost ? inside : out;
  const taken: Step[] = [];
  for (let step: Step | null = last; step; step = step.from) if (step.did !== "skip") taken.push(step);
  const pairs: { open: Mark; close: Mark | null }[] = [];
  for (const step of taken.reverse()) {
    const lastPair = pairs.at(-1);
    if (step.mark && step.did === "open") pairs.push({ open: step.mark, close: null });
    else if (step.mark && lastPair) lastPair.close = step.mark;
  }
  return pairs;
}
