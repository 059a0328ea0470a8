/** A path with its percent-encoding written in one way only: what pages are kept under and purges name. */
export function canonicalPath(path: string): string {
  if (/^[\w/.-]*$/.test(path)) return path;
  return path
    .split("/")
    .map((part) => encodeURIComponent(decodeURIComponent(part)))
    .join("/");
}
