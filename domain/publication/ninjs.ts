import type { PublicCorrection } from "../corrections";
import type { SourceKind } from "../quotes";
import { type PublicDocument, type PublicPicture, pictureAddress } from "./document";
import { type Place, storyHtml } from "./story-html";

const standard = {
  name: "ninjs",
  version: "3.1",
  schema: "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
};

type Told = Place & {
  readonly story: PublicDocument;
  readonly updatedAt: Date;
  readonly corrections: readonly PublicCorrection[];
  readonly paperName: string;
};

/** A story as IPTC ninjs 3.1, of what readers may see and nothing else: for whoever syndicates it. */
export function ninjsOf({ story, updatedAt, corrections, paperName, origin, zone }: Told) {
  const at = (address: string) => new URL(address, origin).href;
  const kinds = new Map(story.notes.map((note) => [note.slug, note.speakerKind]));
  const speakers = (among: (kind: SourceKind | null) => boolean) =>
    story.sourcing.rows.flatMap((row) =>
      row.slug && among(kinds.get(row.slug) ?? null)
        ? [{ name: row.speaker, rel: "mentions", uri: at(`/said/${row.slug}`) }]
        : [],
    );
  return {
    uri: at(story.address),
    type: "text",
    representationType: "full",
    version: updatedAt.toISOString(),
    firstCreated: story.publishedAt,
    versionCreated: updatedAt.toISOString(),
    pubStatus: "usable",
    copyrightHolder: paperName,
    language: story.language,
    by: story.authors.map((author) => author.name).join(", "),
    headlines: [
      { role: "main", contentType: "text/plain", value: story.headline },
      ...(story.kicker ? [{ role: "kicker", contentType: "text/plain", value: story.kicker }] : []),
    ],
    descriptions: [
      ...(story.standfirst ? [{ role: "summary", contentType: "text/plain", value: story.standfirst }] : []),
      ...corrections.map((each) => ({ role: each.kind, contentType: "text/plain", value: each.text })),
    ],
    bodies: [
      {
        role: "main",
        contentType: "application/xhtml+xml",
        wordCount: story.words,
        value: storyHtml(story, corrections, { origin, zone }),
      },
    ],
    subjects: [
      { name: story.section.name, rel: "section", uri: at(`/${story.section.slug}`) },
      ...story.topics.map(({ name, slug }) => ({ name, rel: "about", uri: at(`/topic/${slug}`) })),
    ],
    people: speakers((kind) => kind === "person"),
    organisations: speakers((kind) => kind === "organisation"),
    infoSources: [
      { name: paperName, role: "publisher", uri: at("/") },
      ...story.authors.map(({ name, slug }) => ({ name, role: "author", uri: at(`/by/${slug}`) })),
      // Documents, datasets and broadcasts that are quoted are neither people nor organisations.
      ...speakers((kind) => kind !== "person" && kind !== "organisation").map(({ name, uri }) => ({
        name,
        role: "quoted",
        uri,
      })),
    ],
    associations: story.hero ? [pictureNinjs(story.hero, at)] : [],
    trustIndicators: [{ title: "How we correct", href: at("/about/corrections") }],
    standard,
  };
}

function pictureNinjs(picture: PublicPicture, at: (address: string) => string) {
  const largest = picture.widths.at(-1) ?? picture.width;
  return {
    name: "hero",
    uri: at(pictureAddress(picture, largest, "jpg")),
    type: "picture",
    ...(picture.credit ? { by: picture.credit } : {}),
    descriptions: [
      { role: "alternative", value: picture.alt },
      ...(picture.caption ? [{ role: "caption", value: picture.caption }] : []),
    ],
    renditions: picture.widths.map((width) => ({
      name: `${width}w`,
      href: at(pictureAddress(picture, width, "jpg")),
      contentType: "image/jpeg",
      width,
      height: Math.round((width * picture.height) / picture.width),
    })),
  };
}

/** What stands where a story was that has been withdrawn: that it is not to be used any longer, and nothing of it. */
export function withdrawnNinjs(address: string, withdrawnAt: Date, origin: string) {
  return {
    uri: new URL(address, origin).href,
    type: "text",
    versionCreated: withdrawnAt.toISOString(),
    pubStatus: "canceled",
    standard,
  };
}
