import { environment } from "@/environment";

/** The address readers reach the paper at, without a path: "https://example.org". */
export function siteOrigin(): string {
  return environment().origin;
}
