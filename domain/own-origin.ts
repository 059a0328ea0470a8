/** What a request says about where it comes from; header values as they arrived. */
export type Whence = { readonly origin: string | null; readonly fetchSite: string | null };

/** Whether a change of state was asked for by a page of our own. A page cannot set `Sec-Fetch-Site`; where a browser
 * does not send it, the `Origin` has to be one of `own`. With neither the answer is no. */
export function isFromOwnPage({ origin, fetchSite }: Whence, own: readonly string[]): boolean {
  return fetchSite === "same-origin" || (origin !== null && own.includes(origin));
}
