/** What authenticators are told (RFC 6238, with the values that all of them know). */
export const totp = { algorithm: "SHA1", digits: 6, period: 30 } as const;

/** A recovery code as it is hashed, however somebody typed it: in either case, with or without hyphens and spaces; null
 * for what cannot be one. Twelve letters and digits, of which six digits alone are never one. */
export function recoveryCodeIn(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, "");
  return /^[A-HJKMNP-Z2-9]{12}$/.test(code) ? code : null;
}

/** What stands on the page where a second factor is asked for. */
export const codeHint = "Six digits from your authenticator, or one of your recovery codes.";
