import { createHash, randomBytes } from "node:crypto";
import { cookies } from "next/headers";
import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { isRequestFromOwnPage, peer } from "@/app/actions/whence";
import { authOptions, csrfCookie, isOverHttps, presentedToken, sessionCookie, type WaysIn } from "@/auth";
import { endSessionOfToken } from "@/db/people/sessions";
import { signInAsDemonstration, signInByPassword } from "@/db/people/sign-in";
import type { Result } from "@/domain/result";
import { afterSignIn } from "@/domain/session";
import { asksForCode, type SignInRefusal, signInWords } from "@/domain/sign-in";
import { environment } from "@/environment";
import { logUnexpected } from "@/server/unexpected";

type Params = { params: Promise<{ nextauth: string[] }> };

/** Signing in, by password or as one of the people of the demonstration. A plain form is answered with a redirect; our
 * script asks for JSON and stays on the page when the answer is no. */
export async function POST(request: NextRequest, { params }: Params): Promise<Response> {
  const { nextauth } = await params;
  const way = nextauth.join("/");
  if (way !== "callback/credentials" && way !== "callback/demonstration")
    return new Response(null, { status: 404 });
  if (!(await isRequestFromOwnPage())) {
    return new Response("This was not sent from this newsroom's own page.", { status: 403 });
  }
  const typed = await shortForm(request);
  if (!typed) return new Response("This is not a form that can be read here.", { status: 400 });
  const then = afterSignIn(typed.get("then"));
  const wantsJson = request.headers.get("accept")?.includes("application/json") ?? false;
  const before = await presentedToken();
  const outcome = await signInThrough(request, nextauth, typed);
  if (outcome.cookies.length === 0) return refused(outcome.refusal ?? { kind: "wrong" }, then, wantsJson);
  // One browser, one session: the former would only lie about.
  if (before) await endSessionOfToken(before);
  const goTo = outcome.mustEnrol ? `/desk/second-factor?then=${encodeURIComponent(then)}` : then;
  const answer = wantsJson
    ? Response.json({ goTo, mustEnrol: outcome.mustEnrol }, { headers: { "cache-control": "no-store" } })
    : new Response(null, { status: 303, headers: { location: goTo, "cache-control": "no-store" } });
  for (const cookie of outcome.cookies) answer.headers.append("set-cookie", cookie);
  return answer;
}

type Outcome = { cookies: string[]; refusal: SignInRefusal | null; mustEnrol: boolean };

/** Hands the form to next-auth, which asks our two ways in and seals the cookie. */
async function signInThrough(
  request: NextRequest,
  nextauth: string[],
  typed: URLSearchParams,
): Promise<Outcome> {
  const https = await isOverHttps();
  const { sessionSecret } = environment();
  let refusal: SignInRefusal | null = null;
  // next-auth turns every throw into "wrong password": what broke is kept here and told for what it is.
  let mustEnrol = false;
  type SignedIn = { id: string; token: string; mustEnrol: boolean };
  const noting = async (work: () => Promise<Result<SignedIn, SignInRefusal>>) => {
    try {
      const result = await work();
      if (result.ok) {
        mustEnrol = result.value.mustEnrol;
        return { id: result.value.id, token: result.value.token };
      }
      refusal = result.why;
    } catch (error) {
      refusal = { kind: "unexpected", id: logUnexpected(error, "sign in") };
    }
    return null;
  };
  const ways: WaysIn = {
    password: (email, password, code) =>
      noting(async () => signInByPassword({ email, password, code }, await peer(), sessionSecret)),
    demonstration: (role) =>
      noting(async () => {
        const { isHere, browser } = await peer();
        if (!environment().isEmbedded || !isHere) return { ok: false, why: { kind: "no_demonstration" } };
        return signInAsDemonstration(role, browser);
      }),
  };
  // next-auth wants a token in the form and its double in a cookie. A page that works before scripts load cannot set
  // that cookie, and the check that this is our own page has been made already: so the pair is made here.
  const csrf = randomBytes(32).toString("hex");
  const jar = await cookies();
  const double = createHash("sha256").update(`${csrf}${sessionSecret}`).digest("hex");
  jar.set(csrfCookie(https), `${csrf}|${double}`, {
    httpOnly: true,
    sameSite: "strict",
    path: "/",
    secure: https,
  });
  const body = new URLSearchParams({
    csrfToken: csrf,
    email: typed.get("email") ?? "",
    password: typed.get("password") ?? "",
    code: typed.get("code") ?? "",
    role: typed.get("role") ?? "",
  });
  const handed = new NextRequest(request.url, { method: "POST", body, headers: { "content-type": form } });
  const answer: Response = await NextAuth(handed, { params: { nextauth } }, authOptions(https, ways));
  jar.delete(csrfCookie(https));
  const isSession = (cookie: string) => cookie.startsWith(`${sessionCookie(https)}=`);
  return { cookies: answer.headers.getSetCookie().filter(isSession), refusal, mustEnrol };
}

const form = "application/x-www-form-urlencoded";

async function shortForm(request: Request): Promise<URLSearchParams | null> {
  if (!request.headers.get("content-type")?.startsWith(form)) return null;
  if (Number(request.headers.get("content-length") ?? 0) > 16_384) return null;
  const text = await request.text();
  return text.length > 16_384 ? null : new URLSearchParams(text);
}

const statuses = {
  wrong: 401,
  code_needed: 401,
  wrong_code: 401,
  no_demonstration: 403,
  too_many: 429,
  busy: 503,
  unexpected: 500,
} as const;

function refused(refusal: SignInRefusal, then: string, wantsJson: boolean): Response {
  const headers = new Headers({ "cache-control": "no-store" });
  if (refusal.kind === "too_many") headers.set("retry-after", String(Math.ceil(refusal.wait / 1000)));
  if (wantsJson) {
    return Response.json(
      { words: signInWords(refusal), needsCode: asksForCode(refusal.kind) },
      { status: statuses[refusal.kind], headers },
    );
  }
  const query = new URLSearchParams({ why: refusal.kind, then });
  if (refusal.kind === "too_many") query.set("wait", String(refusal.wait));
  if (refusal.kind === "unexpected") query.set("id", refusal.id);
  headers.set("location", `/desk/sign-in?${query}`);
  return new Response(null, { status: 303, headers });
}
