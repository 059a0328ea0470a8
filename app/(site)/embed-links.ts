import type { Form } from "@/components/site/document";
import { inQuery } from "@/domain/in-query";
import { siteOrigin } from "./origin";

/** Where other sites learn what to show of this address, for the head of its page. Who wants XML asks that address for it. */
export function embedLinks(address: string, title: string): Form[] {
  const told = `/oembed?url=${inQuery(siteOrigin() + address)}`;
  return [{ type: "application/json+oembed", address: told, title }];
}
