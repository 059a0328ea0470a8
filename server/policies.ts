/** What every answer carries, as name and value by turns. */
export function commonHeaders(origin: string): string[] {
  const headers = [
    "X-Content-Type-Options",
    "nosniff",
    "Referrer-Policy",
    "same-origin",
    "Cross-Origin-Opener-Policy",
    "same-origin",
    "Permissions-Policy",
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  ];
  if (origin.startsWith("https:"))
    headers.push("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  return headers;
}

/** What a reader's page may load: only our own, and no script within the page. Frames of other sites only where the page
 * has an embed of that site. */
export const readersPolicyFor = (frameHosts: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    ...(frameHosts.length > 0 ? [`frame-src ${frameHosts.map((host) => `https://${host}`).join(" ")}`] : []),
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
export const readersPolicy = readersPolicyFor([]);

/** The sites whose players a page can show, from the marks that `EmbedFigure` leaves. A text cannot bring one: every
 * quotation mark in it is escaped. */
export function frameHostsIn(html: string): string[] {
  const found = [...html.matchAll(/ data-embed="https:\/\/([a-z0-9.-]+)\//g)];
  return [...new Set(found.flatMap((match) => match[1] ?? []))].sort();
}

/** What a page of the desk may load: scripts only with this request's nonce. Next's development mode evaluates. */
export function deskPolicy(nonce: string, dev: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self' blob:",
    `connect-src 'self'${dev ? " ws:" : ""}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join("; ");
}

/** In development Next shows what is wrong with a page by scripts within it. */
export const developmentPolicy = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self' ws:",
  "frame-src https:",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");
