import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Document, type Head } from "./document";
import type { PaperShown } from "./shown";

const drawn = (head: Head, paper: Partial<PaperShown["paper"]> = {}): string =>
  renderToStaticMarkup(
    <Document
      shown={{ paper: { name: "The Record", tagline: "News", language: "en-GB", ...paper } } as PaperShown}
      head={head}
      origin="https://record.example"
      files={{ fonts: ["/fonts/a.woff2"], script: "/site/site.js?v=1" }}
    >
      <p>body</p>
    </Document>,
  );

describe("a page for readers", () => {
  it("has its own title and address in front of all that other programs read of it", () => {
    const html = drawn({ title: "Pilots", description: "Three vessels.", canonical: "/harbour/pilots" });
    expect(html).toContain("<title>Pilots – The Record</title>");
    expect(html).toContain('<link rel="canonical" href="https://record.example/harbour/pilots"/>');
    expect(html).toContain('<meta property="og:url" content="https://record.example/harbour/pilots"/>');
    expect(html).toContain('<meta property="og:title" content="Pilots"/>');
    expect(html).toContain('<meta property="og:description" content="Three vessels."/>');
  });

  it("goes by the paper where it says nothing itself, and is found at no address where it has none", () => {
    const html = drawn({ robots: "noindex" });
    expect(html).toContain("<title>The Record</title>");
    expect(html).toContain('<meta name="description" content="News"/>');
    expect(html).toContain('<meta name="robots" content="noindex"/>');
    expect(html).not.toMatch(/canonical|og:url/);
    expect(drawn({}, { tagline: "" })).not.toContain("description");
  });

  it("tells networks of a story who wrote it, when, and what it looks like", () => {
    const html = drawn({
      title: "Pilots",
      authors: [{ name: "Ada", address: "/by/ada" }],
      shared: {
        type: "article",
        images: [{ url: "/cards/x.png", width: 1200, height: 630, alt: "Pilots" }],
        publishedAt: new Date("2026-11-25T09:15:00Z"),
      },
    });
    expect(html).toContain('<meta property="og:image" content="https://record.example/cards/x.png"/>');
    expect(html).toContain('<meta name="author" content="Ada"/>');
    expect(html).toContain('<meta property="article:published_time" content="2026-11-25T09:15:00.000Z"/>');
    expect(html).toContain('<meta name="twitter:card" content="summary_large_image"/>');
    expect(drawn({})).toContain('<meta name="twitter:card" content="summary"/>');
  });

  it("has one script, of our own, and holds whatever an editor typed as text", () => {
    const html = drawn({ title: '</title><script>x()</script>"' }, { tagline: '"><script>x()</script>' });
    expect(html.match(/<script\b[^>]*>/g)).toEqual([
      '<script src="/site/site.js?v=1" defer="" blocking="render">',
    ]);
  });

  it("is set from the right for a paper that is read so", () => {
    expect(drawn({}, { language: "ar" })).toMatch(/^<html lang="ar" dir="rtl"/);
  });
});
