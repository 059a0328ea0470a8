import { describe, expect, it } from "vitest";
import { mendPaste } from "./paste";

const wordLine = (level: number, marker: string, text: string) =>
  `<p class=MsoListParagraphCxSpMiddle style='text-indent:-.25in;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>\n`;

const withoutSpans = (html: string) => html.replace(/<\/?span\b[^>]*>/g, "").replaceAll("\n", "");

describe("lists from Word", () => {
  it("become lists", () => {
    const html = `<p class=MsoNormal>Before</p>${wordLine(1, "·", "Sandbags")}${wordLine(1, "·", "Pumps")}<p>After</p>`;
    expect(withoutSpans(mendPaste(html))).toBe(
      "<p class=MsoNormal>Before</p><ul><li><p>Sandbags</p></li><li><p>Pumps</p></li></ul><p>After</p>",
    );
  });

  it("keep their levels, their numbers and where the numbers start", () => {
    const html =
      wordLine(1, "3.", "Gates") +
      wordLine(2, "o", "North") +
      wordLine(2, "o", "South") +
      wordLine(1, "4.", "Wall");
    expect(withoutSpans(mendPaste(html))).toBe(
      '<ol start="3"><li><p>Gates</p><ul><li><p>North</p></li><li><p>South</p></li></ul></li><li><p>Wall</p></li></ol>',
    );
  });

  it("part where the kind changes", () => {
    const html = wordLine(1, "·", "One") + wordLine(1, "a)", "Two");
    expect(withoutSpans(mendPaste(html))).toBe("<ul><li><p>One</p></li></ul><ol><li><p>Two</p></li></ol>");
  });

  it("are found when Word on the web left the marker bare", () => {
    const html = `<p style="mso-list:l1 level1 lfo2">•&nbsp;&nbsp;Sandbags</p>`;
    expect(mendPaste(html)).toBe("<ul><li><p>Sandbags</p></li></ul>");
  });
});

describe("junk", () => {
  it("of Word goes: styles, conditions, empty lines", () => {
    const html = `<head><style>p{color:red}</style></head><!--[if gte mso 9]><xml><w:x/></xml><![endif]--><p>One</p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p>Two</p>`;
    expect(mendPaste(html)).toBe("<p>One</p><p>Two</p>");
  });

  it("of Docs goes: line breaks between paragraphs", () => {
    expect(mendPaste(`<p>One</p><br class="x"><p>Two<br>lines</p>`)).toBe("<p>One</p><p>Two<br>lines</p>");
  });

  it("that would run goes before any browser reads it", () => {
    expect(mendPaste(`<p onclick="a()" dir=rtl>One<img src=x onerror=b()><svg/onload=c()></svg></p>`)).toBe(
      "<p dir=rtl>One</p>",
    );
  });

  it("in the form of script goes with all that it holds", () => {
    expect(mendPaste(`<p>One</p><script>alert("</p>")</script>`)).toBe("<p>One</p>");
  });
});

it("brings headings to the two levels that a story has", () => {
  expect(mendPaste("<h1>A</h1><h2>B</h2><h3>C</h3><h5>D</h5>")).toBe(
    "<h2>A</h2><h2>B</h2><h3>C</h3><h3>D</h3>",
  );
});
