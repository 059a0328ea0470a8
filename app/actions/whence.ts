import { headers } from "next/headers";
import { isOverHttps } from "@/auth";
import { isFromOwnPage } from "@/domain/own-origin";

/** Whether this request was made by a page of our own. Our outer server asks the same; a wall is no worse for two doors. */
export async function isRequestFromOwnPage(): Promise<boolean> {
  const given = await headers();
  return isFromOwnPage({
    origin: given.get("origin"),
    fetchSite: given.get("sec-fetch-site"),
    host: given.get("x-forwarded-host") ?? given.get("host"),
    https: await isOverHttps(),
  });
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
