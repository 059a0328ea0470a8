import type { Thing, WithContext } from "schema-dts";

/** What other people's programs are told of a page, in the words of schema.org. */
export function JsonLd({ told }: { told: WithContext<Thing> }) {
  const json = JSON.stringify(told).replaceAll("<", "\\u003c");
  // biome-ignore lint/security/noDangerouslySetInnerHtml: data of our own, in which no "<" is left
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
