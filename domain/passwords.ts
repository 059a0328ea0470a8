import { ok, type Result, refuse } from "./result";

export const passwordLimits = { least: 10, most: 200 } as const;

export type PasswordRefusal = "too_short" | "too_long" | "too_common" | "own_email";

export const passwordWords: Record<PasswordRefusal, string> = {
  too_short: `Use at least ${passwordLimits.least} characters. Four unrelated words make a good password.`,
  too_long: `Use at most ${passwordLimits.most} characters.`,
  too_common: "This is among the first passwords that anybody tries. Choose another.",
  own_email: "Do not use your own email address or name. Choose another.",
};

/** One written form of what was typed: the same password typed on another keyboard gives the same characters. */
export const normalisePassword = (typed: string): string => typed.normalize("NFKC");

/** Whether a password may be chosen. Answers its normalised form, which is the one to hash. Lengths count characters
 * as a person sees them typed, not bytes. */
export function decidePassword(
  typed: string,
  person: { readonly email: string; readonly name?: string },
): Result<string, PasswordRefusal> {
  const password = normalisePassword(typed);
  const length = [...password].length;
  if (length < passwordLimits.least) return refuse("too_short");
  if (length > passwordLimits.most) return refuse("too_long");
  const plain = password.toLowerCase();
  const bare = plain.replace(/[^\p{L}\p{N}]/gu, "");
  const own = [person.email, person.email.split("@")[0] ?? "", person.name ?? ""].map((each) =>
    each.toLowerCase(),
  );
  if (own.some((each) => each !== "" && (each === plain || each.replace(/[^\p{L}\p{N}]/gu, "") === bare))) {
    return refuse("own_email");
  }
  if (isCommon(plain) || isCommon(bare)) return refuse("too_common");
  return ok(password);
}

/** The commonest passwords of ten characters or more, and the patterns that make the rest of them. */
function isCommon(password: string): boolean {
  if (commonest.has(password)) return true;
  // "aaaaaaaaaa", "abababababab", "passpasspass": a short piece over and over.
  if (/^(.{1,4})\1+$/u.test(password)) return true;
  // A common word with digits and marks after it: "password2026!", "welcome12345".
  return /^(?:password|passw0rd|p@ssw0rd|welcome|qwerty|letmein|iloveyou|newsroom|changeme|administrator|admin)[\d\W_]*$/.test(
    password,
  );
}

const commonest = new Set([
  "1234567890",
  "12345678901",
  "123456789012",
  "1234567891",
  "0123456789",
  "0987654321",
  "9876543210",
  "1q2w3e4r5t",
  "1q2w3e4r5t6y",
  "1qaz2wsx3edc",
  "zaq12wsxcde3",
  "q1w2e3r4t5",
  "q1w2e3r4t5y6",
  "qwertyuiop",
  "qwertyuiop123",
  "qwerty123456",
  "qazwsxedcrfv",
  "asdfghjkl123",
  "asdfghjkl;",
  "zxcvbnm123",
  "zxcvbnmasdfghjkl",
  "abcdefghij",
  "abcdefghijk",
  "abcd123456",
  "abc1234567",
  "abcdef123456",
  "a123456789",
  "aa123456789",
  "123456789a",
  "1234567890a",
  "1234567890q",
  "123123123a",
  "987654321a",
  "passwordpassword",
  "mypassword",
  "yourpassword",
  "mypassword1",
  "thisismypassword",
  "iloveyousomuch",
  "sunshine123",
  "princess123",
  "football123",
  "baseball123",
  "superman123",
  "michael123",
  "jennifer123",
  "liverpool1",
  "manchester",
  "basketball",
  "motherfucker",
  "metallica1",
  "chocolate1",
  "butterfly1",
  "correcthorsebatterystaple",
  "trustno1trustno1",
  "secretsecret",
  "verbatim123",
  "verbatimverbatim",
]);
