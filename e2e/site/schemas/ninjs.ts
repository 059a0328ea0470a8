/** What the schema of IPTC ninjs 3.1 (https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json) says of the properties that we
 * use. As there, no object may have any other. */
const words = { type: "string" } as const;
const address = { type: "string", format: "uri" } as const;
const moment = { type: "string", format: "date-time" } as const;
const number = { type: "integer" } as const;

type Properties = Readonly<Record<string, object>>;
const thing = (properties: Properties, required: readonly string[] = []) => ({
  type: "object",
  additionalProperties: false,
  required,
  properties,
});
const list = (items: object) => ({ type: "array", items });

const text = thing({ role: words, contentType: words, value: words }, ["value"]);
const concept = thing({ name: words, rel: words, uri: address, literal: words });
const rendition = thing(
  { name: words, href: address, contentType: words, title: words, width: number, height: number },
  ["name"],
);

const item: Properties = {
  uri: address,
  type: {
    enum: ["text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"],
  },
  representationType: { enum: ["full", "partial"] },
  version: words,
  firstCreated: moment,
  versionCreated: moment,
  pubStatus: { enum: ["usable", "withheld", "canceled"] },
  copyrightHolder: words,
  language: words,
  by: words,
  headlines: list(text),
  descriptions: list(text),
  bodies: list(
    thing({ role: words, contentType: words, charCount: number, wordCount: number, value: words }, ["value"]),
  ),
  subjects: list(concept),
  people: list(concept),
  organisations: list(concept),
  infoSources: list(thing({ name: words, role: words, uri: address, literal: words })),
  renditions: list(rendition),
  trustIndicators: list(thing({ role: address, title: words, href: address })),
  standard: thing({ name: words, version: words, schema: address }),
};

export const ninjsSchema = thing(
  { ...item, associations: list(thing({ ...item, name: words, rel: words }, ["name", "uri"])) },
  ["uri"],
);
