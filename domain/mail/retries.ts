const minute = 60_000;

/** How long to wait after the first, second, … failed attempt. Milliseconds. */
const waits = [1, 5, 15, 60, 180, 360, 720].map((minutes) => minutes * minute);

/** How often a letter is tried at the most: the last time about a day after the first. */
export const mostAttempts = waits.length + 1;

/** For how long a letter that is being sent is nobody else's. Longer than any one sending may take. */
export const sendingLasts = 2 * minute;

export type SendTrouble =
  /** The server could not be reached, or broke off. */
  | "unreachable"
  /** It does not accept our name and password. */
  | "sign_in_refused"
  /** It refuses this letter or its recipient now and may not later. */
  | "put_off"
  /** It refuses this letter or its recipient for good. */
  | "refused"
  /** Too late to be of use, or its recipient may not have it any more. */
  | "not_wanted";

export const troubleWords: Record<SendTrouble, string> = {
  unreachable: "The mail server did not answer.",
  sign_in_refused: "The mail server did not accept the name and password in SMTP_URL.",
  put_off: "The mail server put it off.",
  refused: "The mail server refuses this address or letter.",
  not_wanted: "It was not wanted any more.",
};

export const sendTroubles = Object.keys(troubleWords) as SendTrouble[];

/** What to do after the `attempts`th attempt has failed: the wait before the next, or to give up. What is refused for
 * good is not tried again. */
export function afterFailure(attempts: number, trouble: SendTrouble): { readonly wait: number } | "give up" {
  const wait = waits[attempts - 1];
  if (trouble === "refused" || trouble === "not_wanted" || wait === undefined) return "give up";
  return { wait };
}

/** What an answer of a mail server means: RFC 5321, section 4.2.1 (4yz is transient, 5yz permanent). `code` is the name
 * that the SMTP client gives to what went wrong. */
export function troubleOf(code: string, answer: number | undefined): SendTrouble {
  if (code === "EAUTH") return "sign_in_refused";
  if (answer === undefined) return "unreachable";
  return answer >= 500 ? "refused" : "put_off";
}
