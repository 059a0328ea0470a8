/** Work that is done step by step: whoever drives it may rest between two steps, or leave the rest of it undone. */
export type Steps<Value> = Generator<undefined, Value>;

/** Does all of it in one go. */
export function atOnce<Value>(steps: Steps<Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
