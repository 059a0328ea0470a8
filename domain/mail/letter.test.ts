import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { headerText, type Letter, leaveAddress, writtenLetter } from "./letter";
import { accountLetter, invitationLetter, notificationLetter, resetLetter, testLetter } from "./letters";
import { digestLetter } from "./newsletter-letters";
import { afterFailure, mostAttempts, troubleOf } from "./retries";

const stationery = {
  origin: "https://paper.example",
  token: (purpose: string, id: string) => `${purpose}-${id}`,
};
const letter = (...blocks: Letter["blocks"]): Letter => ({ subject: "A subject", language: "en-GB", blocks });

describe("a letter", () => {
  it("has links of the configured origin alone, whatever path it was given", () => {
    const paths = [
      "/desk/account",
      "//elsewhere.example",
      "/\\elsewhere.example",
      "https://elsewhere.example/",
      "javascript:alert(1)",
      "",
    ];
    for (const path of paths) {
      const { text, html } = writtenLetter(letter({ kind: "link", label: "Open", path }), stationery);
      const address = /https?:\S+/.exec(text)?.[0] ?? "none";
      expect(new URL(address).origin).toBe("https://paper.example");
      expect([...html.matchAll(/href="([^"]*)"/g)].map((found) => found[1])).toEqual([address]);
      expect(html).not.toContain("javascript:");
    }
  });

  it("makes the token of a one-time link when it is written, and holds none itself", () => {
    const invited = letter({ kind: "one-time link", label: "Join", purpose: "invitation", id: "7" });
    expect(JSON.stringify(invited)).not.toContain("invitation-7");
    expect(writtenLetter(invited, stationery).text).toContain("https://paper.example/desk/join/invitation-7");
  });

  it("never lets words become a header, a tag or a control character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (words) => {
        const hostile = `${words}\r\nBcc: all@elsewhere.example\r\n\r\n<script>alert(1)</script>`;
        const written = writtenLetter(
          notificationLetter({
            kind: "commented",
            story: { id: "1", headline: hostile, language: "en" },
            by: hostile,
            note: hostile,
            paper: hostile,
          }),
          stationery,
        );
        expect(written.subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
        expect([...written.subject].length).toBeLessThanOrEqual(180);
        expect(written.html).not.toContain("<script");
        expect(written.text).not.toMatch(/[^\P{Cc}\n\t]/u);
      }),
    );
  });

  it("sets a headline in the direction of the story's language", () => {
    const { html } = writtenLetter(
      letter({ kind: "words", text: "أسعار الخبز", language: "ar" }, { kind: "text", text: "Hello" }),
      stationery,
    );
    expect(html).toContain('<blockquote lang="ar" dir="rtl"');
    expect(html).toContain('<html lang="en-GB" dir="ltr">');
  });

  it("of each kind says what it is about and leads somewhere of ours", () => {
    const paper = "The Record";
    const letters = [
      invitationLetter({ id: "1", name: "Ros", role: "editor", by: "Runa", paper }),
      resetLetter({ id: "2", paper }),
      accountLetter({ happened: "Your password was changed.", paper }),
      testLetter(paper),
    ];
    for (const each of letters) {
      const { subject, text } = writtenLetter(each, stationery);
      expect(subject).toContain(paper);
      expect(text).toMatch(/https:\/\/paper\.example\/desk\/\S+\n/);
    }
  });

  it("keeps a subject on one line and within bounds", () => {
    expect(headerText("  one\r\n two\u2028three\u0000 ")).toBe("one two three");
    expect([...headerText("🦀".repeat(500))].length).toBe(180);
  });
});

describe("trying again", () => {
  it("takes longer each time, and gives up after about a day", () => {
    const waits: number[] = [];
    for (let attempts = 1; ; attempts += 1) {
      const next = afterFailure(attempts, "unreachable");
      if (next === "give up") break;
      waits.push(next.wait);
    }
    expect(waits).toEqual([...waits].sort((one, other) => one - other));
    expect(waits).toHaveLength(mostAttempts - 1);
    const hours = waits.reduce((sum, wait) => sum + wait, 0) / 3_600_000;
    expect(hours).toBeGreaterThan(20);
    expect(hours).toBeLessThan(26);
  });

  it("is not done for what is refused for good", () => {
    expect(afterFailure(1, troubleOf("EENVELOPE", 550))).toBe("give up");
    expect(afterFailure(1, troubleOf("EENVELOPE", 451))).not.toBe("give up");
    expect(troubleOf("EAUTH", 535)).toBe("sign_in_refused");
    expect(afterFailure(1, "sign_in_refused")).not.toBe("give up");
    expect(troubleOf("ECONNECTION", undefined)).toBe("unreachable");
  });
});

it("the newsletter reads like a newspaper: its name and day, each story under its headline, the way to leave at its foot", () => {
  const stories = [
    {
      headline: "أسعار <b>الخبز</b>",
      standfirst: "",
      kicker: "",
      byline: "Ines Okafor",
      language: "ar",
      address: "/world/bread",
    },
    {
      headline: "A wall",
      standfirst: "It stands.",
      kicker: "Harbour",
      byline: "",
      language: "en-GB",
      address: "/harbour/a-wall",
    },
  ];
  const given = {
    paper: "The Record",
    language: "en-GB",
    subject: "",
    intro: "",
    day: "2026-11-26",
    stories,
  };
  const { subject, text, html } = writtenLetter(digestLetter({ ...given, subscriberId: "7" }), stationery);
  expect(subject).toBe("The Record: أسعار <b>الخبز</b>");
  expect(text).toContain("The Record\nThursday 26 November 2026\n");
  expect(text).toContain("\nHarbour: A wall\nIt stands.\nhttps://paper.example/harbour/a-wall\n");
  expect(text).toContain("Leave the newsletter:\nhttps://paper.example/newsletter/leave/leave-7\n");
  expect(html).toMatch(
    /<div lang="ar" dir="rtl"[^>]*><h2[^>]*><a href="https:\/\/paper.example\/world\/bread"/,
  );
  expect(html).toContain("أسعار &lt;b&gt;");
  expect(html.match(/<h2/g)).toHaveLength(2);
});

it("a subscriber leaves by an address of our own alone", () => {
  const stationery = {
    origin: "https://paper.example",
    token: (purpose: string, id: string) => `${purpose}-${id}`,
  };
  expect(leaveAddress("7", stationery)).toBe("https://paper.example/newsletter/leave/leave-7");
});
