import { and, asc, eq, isNull, like } from "drizzle-orm";
import { normaliseEmail } from "@/domain/emails";
import { type Role, roles } from "@/domain/people";
import { ok, type Result, refuse } from "@/domain/result";
import type { SignInRefusal } from "@/domain/sign-in";
import { database } from "../client";
import { deskEvents, users } from "../schema/people";
import { countGuess, forgiveGuess } from "./guesses";
import { isPassword, TooBusy } from "./passwords";
import { hasSecondFactor, isFactorDemanded, takeCodeOf } from "./second-factor";
import { startSession } from "./sessions";

/** `mustEnrol`: the session opens nothing but the page on which a second factor is set up. */
type SignedIn = { readonly id: string; readonly token: string; readonly mustEnrol: boolean };

/** Signs a person in by e-mail and password. The guess is counted first; an unknown, a deactivated and a known
 * account take the same work and get the same answer. */
export async function signInByPassword(
  typed: { readonly email: string; readonly password: string; readonly code?: string },
  from: { readonly address: string | null; readonly browser: string },
  secret: string,
): Promise<Result<SignedIn, SignInRefusal>> {
  const email = normaliseEmail(typed.email);
  const counted = await countGuess({ account: email ?? "none", address: from.address }, secret);
  if (!counted.ok) return refuse({ kind: "too_many", wait: counted.why.wait });
  const [user] = await database()
    .select({ id: users.id, passwordHash: users.passwordHash, deactivatedAt: users.deactivatedAt })
    .from(users)
    .where(eq(users.email, email ?? ""));
  try {
    const right = await isPassword(typed.password.slice(0, 1000), user?.passwordHash ?? null);
    if (!right || !user || user.deactivatedAt) {
      await database()
        .insert(deskEvents)
        .values({ kind: "sign_in_refused", subject: user?.id ?? "", refused: true });
      return refuse({ kind: "wrong" });
    }
  } catch (error) {
    if (!(error instanceof TooBusy)) throw error;
    await forgiveGuess(counted.value);
    return refuse({ kind: "busy" });
  }
  return enter(user.id, typed.code ?? "", from.browser, counted.value);
}

/** The second step, for whoever gave the right password. A guess at the code stays counted. */
async function enter(
  userId: string,
  code: string,
  browser: string,
  counted: readonly number[],
): Promise<Result<SignedIn, SignInRefusal>> {
  const has = await hasSecondFactor(userId);
  if (has && code.trim() !== "" && !(await takeCodeOf(userId, code))) {
    await database().insert(deskEvents).values({ kind: "code_refused", subject: userId, refused: true });
    return refuse({ kind: "wrong_code" });
  }
  await forgiveGuess(counted);
  if (has && code.trim() === "") return refuse({ kind: "code_needed" });
  const how = has ? "password and code" : "password";
  let mustEnrol = false;
  const token = await startSession(userId, browser, how, async (tx) => {
    mustEnrol = !has && (await isFactorDemanded(tx));
    return mustEnrol;
  });
  return ok({ id: userId, token, mustEnrol });
}

/** Signs in as one of the invented people of the demonstration: the first active one of that role. The caller has
 * made sure that this is a demonstration, and that the browser is on this same machine. */
export async function signInAsDemonstration(
  asked: string,
  browser: string,
): Promise<Result<SignedIn, SignInRefusal>> {
  const role = roles.find((each) => each === asked);
  const [user] = role ? (await demonstrationPeople()).filter((each) => each.role === role) : [];
  if (!user) return refuse({ kind: "no_demonstration" });
  return ok({ id: user.id, token: await startSession(user.id, browser, "demonstration"), mustEnrol: false });
}

/** The active people of the invented newsroom, the first ones first. */
async function demonstrationPeople(): Promise<{ id: string; role: Role }[]> {
  return database()
    .select({ id: users.id, role: users.role })
    .from(users)
    .where(and(isNull(users.deactivatedAt), like(users.email, "%@tidewater.example")))
    .orderBy(asc(users.createdAt), asc(users.id));
}

/** The roles in which the demonstration can be tried; none in a newsroom that has no invented people. */
export async function demonstrationRoles(): Promise<Role[]> {
  const people = await demonstrationPeople();
  return roles.filter((role) => people.some((each) => each.role === role));
}
