import type { Form } from "@/components/site/document";
import { siteOrigin } from "./origin";

/** Where other sites learn what to show of this address, for the head of its page. */
export function embedLinks(address: string, title: string): Form[] {
  const url = `/oembed?url=${encodeURIComponent(siteOrigin() + address)}`;
  return [
    { type: "application/json+oembed", address: `${url}&format=json`, title },
    { type: "text/xml+oembed", address: `${url}&format=xml`, title },
  ];
}
