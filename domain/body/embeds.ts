/** What a story may show of somebody else's site: a post, a video, a document. It is stored as the id that was read
 * from an address, never as an address or a piece of HTML; every address is built again from the id, here. */
export const embedProviders = ["youtube", "vimeo", "bluesky", "mastodon", "documentcloud"] as const;
export type EmbedProvider = (typeof embedProviders)[number];

/** `host` is that of a Mastodon server and empty for the others; `start` is in whole seconds, for videos. */
export type Embed = {
  readonly provider: EmbedProvider;
  readonly host: string;
  readonly id: string;
  readonly start: number;
};

type Kind = {
  readonly name: string;
  /** "Video on YouTube": what it is, where nobody has said more. */
  readonly what: string;
  readonly shape: "video" | "tall";
  /** Hosts of addresses that people copy. They are compared whole: "youtube.com.example" is another host. */
  readonly hosts: readonly string[];
  readonly id: RegExp;
  readonly read: (address: URL) => { readonly id: string; readonly start?: number } | null;
  /** Where a reader without the player is sent. */
  readonly page: (embed: Embed) => string;
  readonly frame: (embed: Embed) => string;
};

const parts = ({ pathname }: URL): string[] => pathname.split("/").filter(Boolean);

/** "1h2m3s", "2m", "90" and "90s" as seconds. */
function seconds(text: string | null): number {
  const match = /^(?:(\d{1,2})h)?(?:(\d{1,3})m)?(?:(\d{1,5})s?)?$/.exec(text ?? "");
  if (!match) return 0;
  return Number(match[1] ?? 0) * 3_600 + Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0);
}

const videoPaths = new Set(["embed", "shorts", "live", "v"]);

function readYouTube(address: URL) {
  const [first, second] = parts(address);
  const query = address.searchParams;
  const id =
    address.hostname === "youtu.be"
      ? first
      : first === "watch"
        ? query.get("v")
        : videoPaths.has(first ?? "")
          ? second
          : null;
  return id ? { id, start: seconds(query.get("t") ?? query.get("start")) } : null;
}

/** "76979871", or with the key of an unlisted video: "76979871/8272103f6e". */
function readVimeo(address: URL) {
  const found = parts(address).filter((part) => part !== "video");
  const at = found.findIndex((part) => /^\d+$/.test(part));
  if (at < 0) return null;
  const key = address.searchParams.get("h") ?? found[at + 1] ?? "";
  const start = seconds(new URLSearchParams(address.hash.slice(1)).get("t"));
  return { id: /^[0-9a-f]{6,20}$/.test(key) ? `${found[at]}/${key}` : `${found[at]}`, start };
}

function readBluesky(address: URL) {
  const [profile, who, post, key] = parts(address);
  return profile === "profile" && post === "post" && who && key ? { id: `${who}/${key}` } : null;
}

function readMastodon(address: URL) {
  const [who, number] = parts(address);
  return who?.startsWith("@") && number ? { id: `${who}/${number}` } : null;
}

function readDocumentCloud(address: URL) {
  const [documents, id] = parts(address);
  return documents === "documents" && id ? { id: id.replace(/\.html$/, "") } : null;
}

const pair = (id: string): [string, string] => {
  const [first = "", second = ""] = id.split("/");
  return [first, second];
};

const kinds: Record<EmbedProvider, Kind> = {
  youtube: {
    name: "YouTube",
    what: "Video on YouTube",
    shape: "video",
    hosts: [
      "youtube.com",
      "www.youtube.com",
      "m.youtube.com",
      "youtu.be",
      "youtube-nocookie.com",
      "www.youtube-nocookie.com",
    ],
    id: /^[\w-]{11}$/,
    read: readYouTube,
    page: ({ id, start }) => `https://www.youtube.com/watch?v=${id}${start ? `&t=${start}s` : ""}`,
    frame: ({ id, start }) =>
      `https://www.youtube-nocookie.com/embed/${id}?rel=0${start ? `&start=${start}` : ""}`,
  },
  vimeo: {
    name: "Vimeo",
    what: "Video on Vimeo",
    shape: "video",
    hosts: ["vimeo.com", "www.vimeo.com", "player.vimeo.com"],
    id: /^\d{1,12}(\/[0-9a-f]{6,20})?$/,
    read: readVimeo,
    page: ({ id, start }) => `https://vimeo.com/${id}${start ? `#t=${start}s` : ""}`,
    frame: ({ id, start }) => {
      const [number, key] = pair(id);
      return `https://player.vimeo.com/video/${number}?dnt=1${key ? `&h=${key}` : ""}${start ? `#t=${start}s` : ""}`;
    },
  },
  bluesky: {
    name: "Bluesky",
    what: "Post on Bluesky",
    shape: "tall",
    hosts: ["bsky.app", "www.bsky.app"],
    id: /^(did:(plc|web):[\w.%-]{1,120}|[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63}){1,8})\/[a-z0-9]{5,30}$/i,
    read: readBluesky,
    page: ({ id }) => `https://bsky.app/profile/${pair(id)[0]}/post/${pair(id)[1]}`,
    frame: ({ id }) => `https://embed.bsky.app/embed/${pair(id)[0]}/app.bsky.feed.post/${pair(id)[1]}`,
  },
  mastodon: {
    name: "Mastodon",
    what: "Post on Mastodon",
    shape: "tall",
    // Those that the newsroom allows.
    hosts: [],
    id: /^@\w{1,60}\/\d{5,25}$/,
    read: readMastodon,
    page: ({ host, id }) => `https://${host}/${id}`,
    frame: ({ host, id }) => `https://${host}/${id}/embed`,
  },
  documentcloud: {
    name: "DocumentCloud",
    what: "Document on DocumentCloud",
    shape: "tall",
    hosts: ["www.documentcloud.org", "documentcloud.org", "embed.documentcloud.org"],
    id: /^\d{1,12}(-[a-z0-9-]{1,200})?$/i,
    read: readDocumentCloud,
    page: ({ id }) => `https://www.documentcloud.org/documents/${id}`,
    frame: ({ id }) => `https://embed.documentcloud.org/documents/${id}/?embed=1`,
  },
};

/** Whether this is the bare name of a server, such as "mastodon.social": no port, no number, no single word. */
export const isHost = (value: unknown): value is string =>
  typeof value === "string" &&
  value.length <= 253 &&
  /^(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*\.[a-z]{2,63}$/.test(value);

/** Whether these attributes name something that can be embedded: what the schema asks of each embed. */
export function isEmbed(attrs: Readonly<Record<string, unknown>>): boolean {
  const { provider, host, id, start } = attrs;
  const kind = kindOf(provider);
  if (!kind || typeof id !== "string" || !kind.id.test(id)) return false;
  const hostFits = provider === "mastodon" ? isHost(host) : host === "";
  return hostFits && Number.isSafeInteger(start) && Number(start) >= 0 && Number(start) < 100_000;
}

/** The embed that a node's attributes name; null when they name none. */
export function embedOf(attrs: Readonly<Record<string, unknown>>): Embed | null {
  const provider = embedProviders.find((each) => each === attrs.provider);
  if (!provider || !isEmbed(attrs)) return null;
  return { provider, host: String(attrs.host), id: String(attrs.id), start: Number(attrs.start) };
}

const kindOf = (provider: unknown): Kind | undefined => {
  const known = embedProviders.find((each) => each === provider);
  return known && kinds[known];
};

/** What an address leads to, if it is something of a provider on the list; null otherwise. */
export function embedFrom(typed: string, mastodonHosts: readonly string[]): Embed | null {
  const text = typed.trim();
  if (text.length > 2_000 || !URL.canParse(text)) return null;
  const address = new URL(text);
  if (address.protocol !== "https:" && address.protocol !== "http:") return null;
  if (address.username || address.password || address.port) return null;
  const provider = embedProviders.find((each) =>
    (each === "mastodon" ? mastodonHosts : kinds[each].hosts).includes(address.hostname),
  );
  const found = provider && kinds[provider].read(address);
  if (!provider || !found) return null;
  const { id, start = 0 } = found;
  const embed = { provider, host: provider === "mastodon" ? address.hostname : "", id, start };
  return isEmbed(embed) ? embed : null;
}

export const embedName = ({ provider }: Embed): string => kinds[provider].name;
/** "Video on YouTube", "Post on Mastodon". */
export const embedWhat = ({ provider }: Embed): string => kinds[provider].what;
export const embedShape = ({ provider }: Embed): "video" | "tall" => kinds[provider].shape;
/** The page of its own: the link that stands wherever no player can. */
export const embedPage = (embed: Embed): string => kinds[embed.provider].page(embed);
/** The address of the player. A Mastodon server that the newsroom does not allow (any longer) has none. */
export function embedFrame(embed: Embed, mastodonHosts: readonly string[]): string | null {
  if (embed.provider === "mastodon" && !mastodonHosts.includes(embed.host)) return null;
  return kinds[embed.provider].frame(embed);
}
