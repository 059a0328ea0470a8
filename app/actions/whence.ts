import { headers } from "next/headers";
import { isOverHttps } from "@/auth";
import { isFromOwnPage } from "@/domain/own-origin";
import { environment } from "@/environment";

/** Whether this request was made by a page of our own. Our outer server asks the same; here it is asked at the door
 * itself, in case the handler is ever reached another way. */
export async function isRequestFromOwnPage(): Promise<boolean> {
  const given = await headers();
  const host = given.get("x-forwarded-host") ?? given.get("host");
  const scheme = (await isOverHttps()) ? "https" : "http";
  return isFromOwnPage({ origin: given.get("origin"), fetchSite: given.get("sec-fetch-site") }, [
    `${scheme}://${host}`,
    environment().origin,
  ]);
}

/** The address at the other end, as our outer server saw it, and what the browser calls itself. */
export async function peer(): Promise<{ address: string | null; browser: string; isHere: boolean }> {
  const given = await headers();
  return {
    address: given.get("x-verbatim-peer"),
    browser: given.get("user-agent") ?? "",
    isHere: given.get("x-verbatim-loopback") === "1",
  };
}
