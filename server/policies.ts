/** Hosts whose players a story may embed. */
const embedHosts = [
  "https://www.youtube-nocookie.com",
  "https://player.vimeo.com",
  "https://embed.bsky.app",
  "https://embed.documentcloud.org",
];

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

/** What a reader's page may load: only our own, and no script within the page. */
export const readersPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  `frame-src ${embedHosts.join(" ")}`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

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
    `frame-src 'self' ${embedHosts.join(" ")}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join("; ");
}

/** In development readers' pages keep Next's scripts, which are written into the page. */
export const developmentPolicy = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self' ws:",
  `frame-src ${embedHosts.join(" ")}`,
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");
