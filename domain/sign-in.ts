/** Why somebody was not signed in. Nothing in it tells whether the account exists. */
export type SignInRefusal =
  | { readonly kind: "wrong" }
  | { readonly kind: "busy" }
  | { readonly kind: "no_demonstration" }
  /** `wait` in milliseconds. */
  | { readonly kind: "too_many"; readonly wait: number };

export function signInWords(refusal: SignInRefusal): string {
  switch (refusal.kind) {
    case "wrong":
      return "That e-mail and password do not go together. Check both; capital letters count in the password.";
    case "busy":
      return "Too many people are signing in at this moment. Your password was not looked at. Try again in a minute.";
    case "no_demonstration":
      return "The demonstration is not open here. Sign in with your e-mail and password.";
    case "too_many":
      return tooManyWords(refusal.wait);
  }
}

/** `wait` in milliseconds. */
export function tooManyWords(wait: number): string {
  const minutes = Math.max(1, Math.ceil(wait / 60_000));
  return `Too many wrong tries. Nothing is looked at for a while; try again in ${minutes === 1 ? "a minute" : `${minutes} minutes`}.`;
}
