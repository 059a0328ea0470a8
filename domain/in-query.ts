/** A web address as a part of another's query. Colons and slashes may stand there as they are (RFC 3986, 3.4; RFC 6068, 2),
 * so that it is the same words as elsewhere in a page, which weigh nothing. */
export const inQuery = (address: string): string =>
  encodeURIComponent(address).replace(/%(?:3A|2F)/g, decodeURIComponent);
