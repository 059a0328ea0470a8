import type { Body, BodyNode } from "../body/body";
import { defaultHouse } from "../paper";
import type { OccasionRecord, QuoteRecord, SourceRecord } from "../quote-record";
import type { CheckedStory } from "./checked-story";

let made = 0;
const freshId = () => {
  made += 1;
  return `0190a8b0-0000-7000-8000-${String(made).padStart(12, "0")}`;
};

type Given = Partial<Omit<QuoteRecord, "source" | "occasion">> & {
  source?: Partial<SourceRecord>;
  occasion?: Partial<OccasionRecord>;
};

/** A quote of a named person on the record, but for what is given. For tests. */
export function record({ source, occasion, ...given }: Given): QuoteRecord {
  return {
    id: freshId(),
    verbatim: "",
    translation: "",
    note: "",
    groundRule: "on_record",
    statement: "fact",
    verification: "noted",
    state: "stands",
    publicRef: null,
    evidence: [],
    recordedBy: "author",
    ...given,
    source: {
      id: freshId(),
      kind: "person",
      name: "Marta Lindqvist",
      role: "mayor of Tidewater",
      organisation: "",
      slug: "marta-lindqvist",
      unnamed: false,
      publicDescription: "",
      unnamedReason: "",
      credibility: "",
      createdBy: "author",
      attestedBy: [],
      ...source,
    },
    occasion: {
      id: freshId(),
      kind: "interview",
      channel: "phone",
      saidOn: "2026-11-20",
      place: "",
      groundRule: "on_record",
      ...occasion,
    },
  };
}

/** Words tied to a quote. */
export const tie = (words: string, quoteId: string): BodyNode => ({
  type: "text",
  text: words,
  marks: [{ type: "quote", attrs: { quoteId } }],
});

/** A body of one paragraph of these pieces; a block among them stands after it. */
export function bodyWith(...pieces: readonly (string | object)[]): Body {
  const nodes = pieces.map((piece) =>
    typeof piece === "string" ? { type: "text", text: piece } : (piece as BodyNode),
  );
  const inline = nodes.filter((node) => node.type === "text");
  return {
    type: "doc",
    content: [{ type: "paragraph", content: inline }, ...nodes.filter((node) => node.type !== "text")],
  };
}

/** A story in which nothing is amiss but that no topic is chosen, but for what is given. */
export function checkedWith({ body, ...given }: Partial<CheckedStory> & { body?: Body }): CheckedStory {
  const words = given.words ?? {
    headline: "A headline",
    standfirst: "A standfirst",
    kicker: "",
    slug: "",
    language: "en-GB",
    sectionId: "section",
    topicIds: [],
    hero: null,
    body: bodyWith("Words."),
  };
  return {
    authorIds: ["author"],
    approverId: "editor",
    embargoUntil: null,
    now: new Date("2026-11-22T12:00:00Z"),
    records: [],
    offRecord: [],
    openThreads: [],
    overrides: [],
    weights: [],
    approvals: [],
    replies: [],
    promised: [],
    house: defaultHouse,
    ...given,
    words: body ? { ...words, body } : words,
  };
}
