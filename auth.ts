import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import type { AuthOptions } from "next-auth";
import { decode } from "next-auth/jwt";
import credentials from "next-auth/providers/credentials";
import { cache } from "react";
import { enrollingOfToken, type Staff, staffOfToken } from "@/db/people/sessions";
import { afterSignIn, sessionLimits } from "@/domain/session";
import { environment } from "@/environment";

export type { Staff } from "@/db/people/sessions";

declare module "next-auth" {
  interface User {
    /** The session's own token: what the cookie carries, and the only thing it carries. */
    token: string;
  }
}
declare module "next-auth/jwt" {
  interface JWT {
    token?: string;
  }
}

/** Whether the browser speaks https with us. Our outer server says so; it takes the header off what comes from outside. */
export async function isOverHttps(): Promise<boolean> {
  return (await headers()).get("x-forwarded-proto")?.split(",")[0]?.trim() === "https";
}

/** `__Host-` binds the cookie to this host and to https; a browser refuses the prefix on plain http. */
export const sessionCookie = (https: boolean): string => (https ? "__Host-verbatim-desk" : "verbatim-desk");
export const csrfCookie = (https: boolean): string => (https ? "__Host-verbatim-form" : "verbatim-form");

// Strict, so that no other site's link or form ever acts, or even looks, with a person's rights. The price, that a
// link in a mail arrives without the cookie, is paid by the sign-in page, which sends such a visit round once more
// from our own side.
const cookieOptions = (https: boolean) =>
  ({ httpOnly: true, sameSite: "strict", path: "/", secure: https }) as const;

/** The two ways in. Each answers the token of a session just started, or null. */
export type WaysIn = {
  readonly password: (
    email: string,
    password: string,
    code: string,
  ) => Promise<{ id: string; token: string } | null>;
  readonly demonstration: (role: string) => Promise<{ id: string; token: string } | null>;
};

/** The settings of next-auth for one request. Its cookie holds the token of a session row and nothing else. */
export function authOptions(https: boolean, ways: WaysIn): AuthOptions {
  const options = cookieOptions(https);
  return {
    secret: environment().sessionSecret,
    session: { strategy: "jwt", maxAge: sessionLimits.absolute / 1000 },
    useSecureCookies: https,
    cookies: {
      sessionToken: { name: sessionCookie(https), options },
      csrfToken: { name: csrfCookie(https), options },
    },
    pages: { signIn: "/desk/sign-in", signOut: "/desk/sign-in", error: "/desk/sign-in" },
    providers: [
      credentials({
        credentials: { email: {}, password: {}, code: {} },
        authorize: (typed) => ways.password(typed?.email ?? "", typed?.password ?? "", typed?.code ?? ""),
      }),
      credentials({
        id: "demonstration",
        credentials: { role: {} },
        authorize: (typed) => ways.demonstration(typed?.role ?? ""),
      }),
    ],
    callbacks: {
      // Everything next-auth would put in by itself (name, e-mail) is left out: the rows say who this is.
      jwt: ({ token, user }) => ({ token: user?.token ?? token.token }),
    },
    // What goes wrong inside is told by our own log, without what was typed.
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  };
}

/** The session token in this request's cookie, or null when there is none that we sealed. */
export async function presentedToken(): Promise<string | null> {
  const sealed = (await cookies()).get(sessionCookie(await isOverHttps()))?.value;
  if (!sealed) return null;
  const secret = environment().sessionSecret;
  try {
    const opened = await decode({ token: sealed, secret });
    return typeof opened?.token === "string" ? opened.token : null;
  } catch {
    // Sealed with another key, tampered with, or out of date: nobody.
    return null;
  }
}

/** Who is asking, read from the session row once per request; null when nobody is signed in. Throws when the
 * database does not answer, so that a fault never opens a door. */
export const currentStaff = cache(async (): Promise<Staff | null> => {
  const token = await presentedToken();
  return token ? staffOfToken(token, !(await readsByItself())) : null;
});

/** A page that reads itself anew because somebody else changed something says so with this cookie: nobody is at work
 * there. It can only make a session end sooner. */
const readsByItself = async () => (await cookies()).get("verbatim-at-rest")?.value === "1";

/** Who has signed in but has to set a second factor up before the desk opens. */
export const enrollingStaff = cache(async (): Promise<Staff | null> => {
  const token = await presentedToken();
  return token ? enrollingOfToken(token) : null;
});

/** As `currentStaff`, for polls and heartbeats: a tab left open is not a person at work, so idleness still counts. */
export const staffAtRest = cache(async (): Promise<Staff | null> => {
  const token = await presentedToken();
  return token ? staffOfToken(token, false) : null;
});

/** As `staffAtRest`, for an answer that goes on for long: `again` looks at the session row anew each time. */
export async function staffForStream(): Promise<{ actor: Staff; again: () => Promise<Staff | null> } | null> {
  const token = await presentedToken();
  if (!token) return null;
  const again = () => staffOfToken(token, false);
  const actor = await again();
  return actor ? { actor, again } : null;
}

/** Who is asking, for pages and layouts; somebody signed out goes to the sign-in page and comes back to `then`,
 * or to the address that the outer server names in `x-verbatim-path`. */
export async function requireStaff(then?: string): Promise<Staff> {
  const staff = await currentStaff();
  if (staff) return staff;
  const back = afterSignIn(then ?? (await headers()).get("x-verbatim-path"));
  redirect(back === "/desk" ? "/desk/sign-in" : `/desk/sign-in?then=${encodeURIComponent(back)}`);
}
