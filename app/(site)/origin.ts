import { environment } from "@/environment";

/** The address readers reach the paper at, without a path: "https://example.org". */
export function siteOrigin(): string {
  const settings: { ORIGIN?: unknown; DATABASE_URL: string } = environment();
  return typeof settings.ORIGIN === "string" ? new URL(settings.ORIGIN).origin : "http://localhost:3000";
}
