/** What a request says about where it comes from; header values as they arrived. */
export type Whence = {
  readonly origin: string | null;
  readonly fetchSite: string | null;
  /** The host and scheme by which the browser reached us. */
  readonly host: string | null;
  readonly https: boolean;
};

/** Whether a change of state was asked for by a page of our own. With neither an `Origin` nor a `Sec-Fetch-Site` that
 * says so, the answer is no: something that is not a browser has to say where it stands, too. */
export function isFromOwnPage({ origin, fetchSite, host, https }: Whence): boolean {
  if (fetchSite !== null && fetchSite !== "same-origin") return false;
  // "null" is what a page sends that hides its address; then the browser's own word has to do.
  if (origin === null || origin === "null") return fetchSite === "same-origin";
  return host !== null && origin === `${https ? "https" : "http"}://${host}`;
}
