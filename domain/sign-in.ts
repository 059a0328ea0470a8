/** Why somebody was not signed in. Nothing in it tells whether the account exists. */
export type SignInRefusal =
  | { readonly kind: "wrong" }
  /** The password is right; the code of the second factor is asked for, or was not right. */
  | { readonly kind: "code_needed" }
  | { readonly kind: "wrong_code" }
  | { readonly kind: "busy" }
  | { readonly kind: "no_demonstration" }
  /** `wait` in milliseconds. */
  | { readonly kind: "too_many"; readonly wait: number }
  /** `id` is the number under which the log has it. */
  | { readonly kind: "unexpected"; readonly id: string };

export function signInWords(refusal: SignInRefusal): string {
  switch (refusal.kind) {
    case "wrong":
      return "That email and password do not go together. Check both; capital letters count in the password.";
    case "code_needed":
      return "Now the code: six digits from your authenticator, or one of your recovery codes.";
    case "wrong_code":
      return "That code is not right, or was used already. Wait for the next one and try again.";
    case "busy":
      return "Too many people are signing in at this moment. Your password was not looked at. Try again in a minute.";
    case "no_demonstration":
      return "The demonstration is not open here. Sign in with your email and password.";
    case "too_many":
      return tooManyWords(refusal.wait);
    case "unexpected":
      return `Something went wrong at our end, so you are not signed in. Try again; if it happens again, tell whoever runs this newsroom the number ${refusal.id}.`;
  }
}

/** `wait` in milliseconds. */
export function tooManyWords(wait: number): string {
  const minutes = Math.max(1, Math.ceil(wait / 60_000));
  return `Too many wrong tries. Nothing is looked at for a while; try again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}.`;
}

/** The refusal that an address of the sign-in page names, when there were no scripts to show it in place. */
export function signInRefusalIn(query: { readonly [name: string]: unknown }): SignInRefusal | null {
  const { why, wait, id } = query;
  if (
    why === "wrong" ||
    why === "code_needed" ||
    why === "wrong_code" ||
    why === "busy" ||
    why === "no_demonstration"
  )
    return { kind: why };
  if (why === "too_many") {
    const milliseconds = Number(wait);
    return { kind: why, wait: milliseconds > 0 && milliseconds < 3_600_000 ? milliseconds : 60_000 };
  }
  // Only what looks like a number of ours: nobody may put words of their own on this page.
  if (why === "unexpected" && typeof id === "string" && /^[0-9a-f]{8}$/.test(id)) return { kind: why, id };
  return null;
}

/** Whether a refusal asks for the code of the second factor. */
export const asksForCode = (kind: unknown): boolean => kind === "code_needed" || kind === "wrong_code";
