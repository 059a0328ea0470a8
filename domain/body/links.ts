/** Whether a reader may be sent there: https, http, mailto, or an address on this site. Anything with a control
 * character or a backslash is refused, since browsers drop or turn them before they read the scheme. */
export function isSafeLink(href: unknown): href is string {
  if (typeof href !== "string" || href.length === 0 || href.length > 2_000) return false;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is being refused
  if (/[\u0000-\u001f\u007f\\]/.test(href)) return false;
  if (href.startsWith("//")) return false;
  if (href.startsWith("/") || href.startsWith("#")) return true;
  try {
    const { protocol } = new URL(href);
    return protocol === "https:" || protocol === "http:" || protocol === "mailto:";
  } catch {
    return false;
  }
}
