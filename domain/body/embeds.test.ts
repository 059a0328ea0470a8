import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { embedFrame, embedFrom, embedPage, embedProviders, isEmbed, isHost } from "./embeds";

const hosts = ["mastodon.social", "news.example"];

describe("an address of a provider on the list", () => {
  it.each([
    [
      "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
      "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0",
    ],
    [
      "https://youtu.be/dQw4w9WgXcQ?t=1m30s",
      "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0&start=90",
    ],
    ["https://m.youtube.com/shorts/dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0"],
    ["http://youtube.com/live/dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0"],
    ["https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871?dnt=1"],
    ["https://vimeo.com/76979871/8272103f6e", "https://player.vimeo.com/video/76979871?dnt=1&h=8272103f6e"],
    [
      "https://player.vimeo.com/video/76979871?h=8272103f6e",
      "https://player.vimeo.com/video/76979871?dnt=1&h=8272103f6e",
    ],
    [
      "https://bsky.app/profile/mayor.tidewater.example/post/3kabcdefgh2z",
      "https://embed.bsky.app/embed/mayor.tidewater.example/app.bsky.feed.post/3kabcdefgh2z",
    ],
    [
      "https://bsky.app/profile/did:plc:z72i7hdynmk6r22z27h6tvur/post/3kabcdefgh2z",
      "https://embed.bsky.app/embed/did:plc:z72i7hdynmk6r22z27h6tvur/app.bsky.feed.post/3kabcdefgh2z",
    ],
    ["https://mastodon.social/@council/109372843234", "https://mastodon.social/@council/109372843234/embed"],
    [
      "https://www.documentcloud.org/documents/20059068-harbour-survey/",
      "https://embed.documentcloud.org/documents/20059068-harbour-survey/?embed=1",
    ],
  ])("%s", (address, frame) => {
    const embed = embedFrom(address, hosts);
    expect(embed && embedFrame(embed, hosts)).toBe(frame);
    // The page it links to leads back to the same thing.
    expect(embed && embedFrom(embedPage(embed), hosts)).toEqual(embed);
  });
});

describe("any other address", () => {
  it.each([
    "https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ",
    "https://evil.example/https://youtu.be/dQw4w9WgXcQ",
    "https://evilyoutube.com/watch?v=dQw4w9WgXcQ",
    "https://youtube.com@evil.example/watch?v=dQw4w9WgXcQ",
    "https://user:word@www.youtube.com/watch?v=dQw4w9WgXcQ",
    "https://www.youtube.com:8443/watch?v=dQw4w9WgXcQ",
    'https://www.youtube.com/watch?v="><script>1',
    "https://www.youtube.com/watch?v=short",
    "https://www.youtube.com/@council",
    "javascript:alert(1)//youtu.be/dQw4w9WgXcQ",
    "https://other.social/@council/109372843234",
    "https://mastodon.social/@council@other.social/109372843234",
    "https://mastodon.social/about",
    "https://vimeo.com/channels/staffpicks",
    "https://bsky.app/profile/mayor.example",
    "youtu.be/dQw4w9WgXcQ",
    "words",
    "",
  ])("%s is none", (address) => {
    expect(embedFrom(address, hosts)).toBeNull();
  });
});

it("leads to the hosts on the list and no other, whatever is typed (law)", () => {
  const allowed = new Set([
    "www.youtube-nocookie.com",
    "player.vimeo.com",
    "embed.bsky.app",
    "embed.documentcloud.org",
    ...hosts,
  ]);
  const host = fc.constantFrom("youtu.be", "www.youtube.com", "vimeo.com", "bsky.app", "mastodon.social");
  const piece = fc.constantFrom(
    "dQw4w9WgXcQ",
    "watch",
    "embed",
    "76979871",
    "@council",
    "109372843234",
    "profile",
    "a.example",
    "post",
    "3kabcdefgh2z",
    "..",
    "@evil.example",
    "%2f%2fevil.example",
    "evil.example:443",
    '"><script>',
  );
  const query = fc.constantFrom("", "?v=dQw4w9WgXcQ", "?v=//evil.example", "?h=8272103f6e&t=9", "#t=5s");
  const typed = fc.tuple(host, fc.array(piece, { maxLength: 4 }), query);
  let led = 0;
  fc.assert(
    fc.property(typed, ([where, path, rest]) => {
      const embed = embedFrom(`https://${where}/${path.join("/")}${rest}`, hosts);
      if (!embed) return;
      led += 1;
      const frame = new URL(embedFrame(embed, hosts) ?? "");
      expect(allowed).toContain(frame.hostname);
      expect(frame.protocol).toBe("https:");
    }),
    { numRuns: 1_000 },
  );
  expect(led).toBeGreaterThan(20);
});

it("an embed whose attributes were tampered with is none", () => {
  const good = { provider: "youtube", host: "", id: "dQw4w9WgXcQ", start: 0 };
  expect(isEmbed(good)).toBe(true);
  for (const bad of [
    { ...good, provider: "evil" },
    { ...good, provider: "toString" },
    { ...good, host: "evil.example" },
    { ...good, id: "../../evil" },
    { ...good, id: "dQw4w9WgXcQ\n" },
    { ...good, start: -1 },
    { ...good, start: "1" },
    { ...good, provider: "mastodon", id: "@a/12345", host: "localhost" },
    { ...good, provider: "mastodon", id: "@a/12345", host: "a.example/x" },
  ]) {
    expect(isEmbed(bad)).toBe(false);
  }
  expect(embedProviders).toHaveLength(5);
});

it("a Mastodon server that is no longer allowed has no player", () => {
  const embed = embedFrom("https://mastodon.social/@council/109372843234", hosts);
  expect(embed && embedFrame(embed, ["news.example"])).toBeNull();
});

it.each([
  ["mastodon.social", true],
  ["a-b.example.org", true],
  ["localhost", false],
  ["10.0.0.1", false],
  ["a.example:80", false],
  ["A.EXAMPLE", false],
  ["-a.example", false],
  ["a.example.", false],
])("%s as a server's name: %s", (host, fits) => {
  expect(isHost(host)).toBe(fits);
});
