import { describe, expect, it } from "vitest";
import { type Embedded, oembedOf, oembedXml } from "./oembed";

const quote: Embedded = {
  kind: "quote",
  title: "Ferry & <tide>",
  text: 'We "waited" <b>',
  by: "Lena Hoyt, pilot",
  byAddress: "https://paper.example/said/lena-hoyt",
  address: "https://paper.example/quote/abcdefghijkm",
  language: "en-GB",
  paperName: "The Record",
  origin: "https://paper.example",
  picture: null,
};

describe("what another site shows of ours", () => {
  it("has what oEmbed 1.0 asks of a rich answer, and no mark-up out of a text", () => {
    const told = oembedOf(quote);
    expect(told).toMatchObject({ version: "1.0", type: "rich", width: 600, height: 220 });
    expect(told.html).toBe(
      '<blockquote cite="https://paper.example/quote/abcdefghijkm" lang="en-GB"><p>“We &quot;waited&quot; &lt;b&gt;”</p><footer>Lena Hoyt, pilot, in <a href="https://paper.example/quote/abcdefghijkm">Ferry &amp; &lt;tide&gt;</a>, The Record</footer></blockquote>',
    );
    expect(oembedXml(told)).toContain("<title>Ferry &amp; &lt;tide&gt;</title>");
    expect(oembedXml(told)).not.toContain("<blockquote");
  });

  it.each([
    [{}, 600, 220],
    [{ width: 320, height: 100 }, 320, 100],
    [{ width: 90 }, 90, 220],
    [{ width: 4_000, height: 4_000 }, 600, 220],
  ])("is no wider and no higher than %j", (asked, width, height) => {
    expect(oembedOf(quote, asked)).toMatchObject({ width, height });
  });
});
