import { expect, it } from "vitest";
import { frameHostsIn, readersPolicy, readersPolicyFor } from "./policies";

it("a reader's page may frame the sites of its own embeds, and without embeds none", () => {
  const html = `<figure class="embed" data-embed="https://player.vimeo.com/video/1?dnt=1"></figure><figure data-embed="https://embed.bsky.app/embed/a"></figure>`;
  expect(frameHostsIn(html)).toEqual(["embed.bsky.app", "player.vimeo.com"]);
  expect(readersPolicyFor(frameHostsIn(html))).toContain(
    "frame-src https://embed.bsky.app https://player.vimeo.com;",
  );
  expect(readersPolicy).not.toContain("frame-src");
  expect(readersPolicy).toContain("default-src 'none'");
});

it("no word of a text opens the policy", () => {
  // As React writes text and attributes, and as JSON-LD stands in its script.
  for (const html of [
    `<p> data-embed=&quot;https://evil.example/&quot;</p>`,
    `<script type="application/ld+json">{"headline":" data-embed=\\"https://evil.example/"}</script>`,
    ` data-embed="https://evil.example; script-src *"`,
  ]) {
    expect(frameHostsIn(html)).toEqual([]);
  }
});
