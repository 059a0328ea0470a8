/** What a decision or a writer answers: the thing asked for, or why not. Never thrown, always returned. */
export type Result<Value, Refused> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly why: Refused };

export const ok = <Value>(value: Value): Result<Value, never> => ({ ok: true, value });
export const refuse = <Refused>(why: Refused): Result<never, Refused> => ({ ok: false, why });
