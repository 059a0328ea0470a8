import { describe, expect, it } from "vitest";
import { sitePage as sitePageWith } from "./site-page";

const letters = "/site/more-letters.css?v=1";
const sitePage = (rendered: string) => sitePageWith(rendered, letters);

const around = (inner: string): string =>
  `<!DOCTYPE html><html><head><title>T</title></head><body>${inner}</body></html>`;

describe("a reader's page", () => {
  it.each([
    '<script>self.__next_f.push([1,"x"])</script>',
    '<script src="/_next/static/chunks/a.js" async=""></script>',
    '<script id="_R_" nonce="x">var a = "<b>";\n</script>',
    '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>',
    '<link rel="modulepreload" href="/a.mjs"/>',
    '<script src="/site/site.js"></script>',
    '<script src="https://evil.example/site/site.js" defer=""></script>',
    '<script src="/site/site.json" defer=""></script>',
    "<SCRIPT>x</SCRIPT>",
    "<!-- --><!--$--><!--/$-->",
    '<meta name="twitter:title" content="A > b"/>',
    '<div hidden=""></div>',
  ])("loses %s", (piece) => {
    expect(sitePage(around(`<p>a</p>${piece}<p>b</p>`)).html).toBe(around("<p>a</p><p>b</p>"));
  });

  it.each([
    '<script type="application/ld+json">{"@type":"NewsArticle"}</script>',
    '<script src="/site/site.js?v=abc" defer=""></script>',
    '<script defer="" src="/site/site.js"></script>',
    '<link rel="preload" as="font" href="/a.woff2" crossorigin=""/>',
    '<link rel="stylesheet" href="/a.css"/>',
    "<p>We said &lt;script&gt; aloud</p>",
  ])("keeps %s", (piece) => {
    expect(sitePage(around(piece)).html).toBe(around(piece));
  });

  it("loses the marks that Next reads alone, and keeps words that look like them", () => {
    const said = '<p title="data-precedence=&quot;x&quot;">data-dpl-id="x"</p>';
    const rendered = `<html data-dpl-id="ab" lang="en"><link rel="stylesheet" href="/a.css" data-precedence="readers"/>`;
    expect(sitePage(rendered).html).toBe('<html lang="en"><link rel="stylesheet" href="/a.css"/>');
    expect(sitePage(around(said)).html).toBe(around(said));
  });

  it.each([
    "<!--$?--><template></template><!--/$-->",
    '<template id="B:0"></template>',
    '<div hidden id="S:0">late</div>',
    '<div hidden="" id="S:0">late</div>',
    '<!--$!--><template data-msg="boom"></template><!--/$-->',
  ])("is not made of one with a part to come: %s", (piece) => {
    expect(() => sitePage(around(piece))).toThrow("a part to come");
  });

  it.each(['<meta name="verbatim-status" content="410"/>', '<meta content="410" name="verbatim-status">'])(
    "takes its status from %s, and leaves that out",
    (meta) => {
      expect(sitePage(around(meta))).toEqual({ html: around(""), status: 410 });
    },
  );

  it.each(["Łódź", "İstanbul", "Nguyễn", "₺40"])("is given the fonts' further letters for %s", (word) => {
    expect(sitePage(around(word)).html).toContain(`<link rel="stylesheet" href="${letters}"/></head>`);
  });

  it.each(["Señor Åse", "“œuvre” …", "ımmaculate €5", "Київ", "القاهرة"])(
    "is not given them where they would not help: %s",
    (word) => {
      expect(sitePage(around(word)).html).toBe(around(word));
    },
  );

  it("has no status of its own otherwise", () => {
    expect(sitePage(around('<meta name="description" content="410"/>')).status).toBeNull();
  });
});
