import { describe, expect, it } from "vitest";
import { canBeDrawn, cardAlt, cardDirection, cardOfQuote, cardOfStory } from "./card";
import type { PublicNote } from "./document";

const headline = (headline: string, language = "en-GB") =>
  cardOfStory({ headline, language, notes: [] }, "The Record");

const noteLike: PublicNote = {
  number: 1,
  words: "",
  speaker: "",
  role: "",
  slug: null,
  speakerKind: null,
  occasion: "Interview",
  kept: "",
  verified: "",
  standing: "verified",
  unnamedReason: "",
  credibility: "",
  saidOn: null,
};

describe("a card", () => {
  it.each([
    ["Ferry ran aground", "ltr", true],
    ["Żółć, Łódź and Việt Nam", "ltr", true],
    ["Порт закрыт", "ltr", true],
    ["الميناء مغلق", "rtl", true],
    ["הנמל סגור", "rtl", true],
    ["2026: הנמל סגור", "rtl", true],
    ["港が閉鎖", "ltr", true],
    ["항구 폐쇄", "ltr", true],
    ["ท่าเรือปิด", "ltr", true],
    ["ᚠᚢᚦᚨᚱᚲ", "ltr", false],
    ["ပိတ်", "ltr", false],
  ])("of %s runs %s; drawn: %s", (words, direction, drawn) => {
    expect([cardDirection(headline(words)), canBeDrawn(headline(words))]).toEqual([direction, drawn]);
  });

  it("leaves out little pictures and characters that cannot be seen", () => {
    expect(headline("Ferry 🚢 sinks\u0007 👩‍🚒🏽 ©2026 🇺🇦\n").words).toBe("Ferry sinks ©2026");
    expect(canBeDrawn(headline("🚢"))).toBe(false);
  });

  it("of a quotation holds its words and who said them, and nothing else that is known of it", () => {
    const quote = {
      words: "We will be ready.",
      speakerName: "Marta Lindqvist",
      speakerRole: "mayor",
      language: "en-GB",
      occasion: "Interview",
    };
    const card = cardOfQuote(quote, "The Record");
    expect(card).toEqual({
      paper: "The Record",
      words: "“We will be ready.”",
      speaker: "Marta Lindqvist, mayor",
      language: "en-GB",
    });
    const note = {
      ...noteLike,
      words: quote.words,
      speaker: quote.speakerName,
      role: quote.speakerRole,
      ref: "r",
    };
    const story = { headline: "Ready", language: "en-GB", notes: [note], cardQuote: "r" };
    expect(cardOfStory(story, "The Record")).toEqual(card);
    expect(cardOfStory({ ...story, cardQuote: "another" }, "The Record").words).toBe("Ready");
    expect(cardAlt(card)).toBe("“We will be ready.” – Marta Lindqvist, mayor. The Record");
  });
});
