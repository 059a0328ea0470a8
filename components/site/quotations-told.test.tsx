import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { cardOfQuote } from "@/domain/publication/card";
import { type Embedded, oembedOf } from "@/domain/publication/oembed";
import { type SourceKind, sourceKinds } from "@/domain/quotes";
import { QuoteCard } from "./cards";
import { quotationTold, speakerTold } from "./quotations-told";
import type { QuoteListed } from "./shown";

const origin = "https://paper.example";
const quoteOf = (speakerKind: SourceKind | null): QuoteListed => ({
  storyId: "a",
  number: 1,
  ref: speakerKind && "k7h2m4p9q3r5",
  speakerSlug: speakerKind && "the-speaker",
  speakerKind,
  speakerName: speakerKind ? "The speaker" : "A senior official",
  speakerRole: speakerKind ? "of the coast" : "",
  words: "No contractor was asked",
  occasion: "",
  verified: "",
  saidOn: "2026-11-20",
  address: "/harbour/contracts",
  headline: "Contracts",
  language: "en-GB",
  sectionName: "Harbour",
});
const embed: Embedded = {
  kind: "quote",
  title: "Contracts",
  text: "",
  by: "The speaker",
  byAddress: null,
  address: `${origin}/harbour/contracts`,
  language: "en-GB",
  paperName: "The Record",
  origin,
  picture: null,
};

/** Who or what search engines take for the speaker, and how it is tied to the words. */
function attributed(kind: SourceKind | null): string {
  const told = JSON.parse(JSON.stringify(quotationTold(quoteOf(kind), origin)));
  if (told.spokenByCharacter) return `spoken by ${told.spokenByCharacter["@type"]}`;
  return told.isBasedOn ? `from ${told.isBasedOn["@type"]}` : `credited to ${told.creditText}`;
}

describe("a quotation for search engines", () => {
  it("is spoken by a person or an organisation, and taken from anything else", () => {
    expect(Object.fromEntries(sourceKinds.map((kind) => [kind, attributed(kind)]))).toEqual({
      person: "spoken by Person",
      organisation: "spoken by Organization",
      document: "from CreativeWork",
      dataset: "from Dataset",
      broadcast: "from CreativeWorkSeries",
      account: "from ProfilePage",
      publication: "from Periodical",
    });
  });

  it("has the words of a broken quotation as every other telling of it has them", () => {
    const broken = { ...quoteOf("person"), words: "“No contractor was asked,” “None at all.”" };
    const told = "“No contractor was asked … None at all.”";
    expect(quotationTold(broken, origin)).toMatchObject({ text: told });
    expect(cardOfQuote(broken, "The Record").words).toBe(told);
    const page = <QuoteCard quote={broken} clock={{ language: "en-GB", zone: "UTC" }} own />;
    expect(renderToStaticMarkup(page)).toContain(`>${told}<`);
    const embedded = oembedOf({ ...embed, text: broken.words });
    expect(embedded.html).toContain(`<p>${told}</p>`);
  });

  it("says no kind of an unnamed source", () => {
    expect(attributed(null)).toBe("credited to A senior official");
  });

  it("has the address of its own, and names its story", () => {
    expect(quotationTold(quoteOf("person"), origin)).toMatchObject({
      "@id": `${origin}/quote/k7h2m4p9q3r5`,
      isPartOf: { "@id": `${origin}/harbour/contracts` },
    });
    expect(quotationTold(quoteOf(null), origin)).not.toHaveProperty("@id");
  });
});

describe("a speaker’s page for search engines", () => {
  const pageOf = (kind: SourceKind | null) =>
    speakerTold({ ...quoteOf(kind), slug: "the-speaker" }, [quoteOf(kind)], origin);

  it("is about what the speaker is", () => {
    expect(pageOf("organisation")).toMatchObject({
      name: "The speaker in its own words",
      about: { "@type": "Organization", name: "The speaker" },
      hasPart: [{ "@type": "Quotation", spokenByCharacter: { "@type": "Organization" } }],
    });
    expect(pageOf("person")).toMatchObject({ about: { "@type": "Person" } });
    expect(pageOf("dataset")).toMatchObject({ about: { "@type": "Dataset" } });
    expect(pageOf(null)).not.toHaveProperty("about");
  });
});
