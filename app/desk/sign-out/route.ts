import { cookies } from "next/headers";
import { isRequestFromOwnPage } from "@/app/actions/whence";
import { isOverHttps, presentedToken, sessionCookie } from "@/auth";
import { endSessionOfToken } from "@/db/people/sessions";

/** Ends the session at the server, then clears what the browser holds of it: the cookie, kept pages, local copies. */
export async function POST(): Promise<Response> {
  if (!(await isRequestFromOwnPage())) {
    return new Response("This was not sent from this newsroom's own page.", { status: 403 });
  }
  const token = await presentedToken();
  if (token) await endSessionOfToken(token);
  const https = await isOverHttps();
  (await cookies()).set(sessionCookie(https), "", {
    httpOnly: true,
    sameSite: "strict",
    path: "/",
    secure: https,
    maxAge: 0,
  });
  return new Response(null, {
    status: 303,
    headers: {
      location: "/desk/sign-in?out=1",
      "cache-control": "no-store",
      "clear-site-data": '"cache", "storage"',
    },
  });
}
