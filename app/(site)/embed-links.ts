import { siteOrigin } from "./origin";

/** Where other sites learn what to show of this address, for the head of its page. */
export function embedLinks(address: string, title: string) {
  const url = `/oembed?url=${encodeURIComponent(siteOrigin() + address)}`;
  return {
    "application/json+oembed": [{ url: `${url}&format=json`, title }],
    "text/xml+oembed": [{ url: `${url}&format=xml`, title }],
  };
}
