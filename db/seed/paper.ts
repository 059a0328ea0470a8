import { database } from "@/db/client";
import { newId } from "@/db/schema/columns";
import { sections, settings, topics } from "@/db/schema/paper";
import { defaultPaper, type Paper } from "@/domain/paper";
import { policies } from "./policies";

const sectionNames = {
  politics: "Politics",
  world: "World",
  harbour: "Harbour",
  climate: "Climate",
  culture: "Culture",
  sport: "Sport",
  opinion: "Opinion",
} as const;
export type SectionName = keyof typeof sectionNames;

const topicNames = {
  "flood-defence": "Flood defence",
  "local-government": "Local government",
  ferries: "Ferries",
  dredging: "Dredging",
  pilotage: "Pilotage",
  "salt-marsh": "Salt marsh",
  wildlife: "Wildlife",
  courts: "Courts",
  libraries: "Libraries",
  work: "Work",
  football: "Football",
} as const;
export type TopicName = keyof typeof topicNames;

export const tidewaterRecord: Paper = {
  ...defaultPaper,
  name: "The Tidewater Record",
  tagline: "News of the town, the harbour and the coast",
  language: "en-GB",
  zone: "Europe/London",
  breaking: {
    text: "Live · Storm surge warning raised to amber for the east mole until 03:00",
    href: "/topic/flood-defence",
    until: null,
  },
  appeal: {
    lead: "Reporting like this is paid for by readers.",
    text: "No paywall, no owner to please. If you can, help us keep asking.",
    label: "Support the Record",
    href: "/about",
  },
  mastodonHosts: ["mastodon.social"],
  newsletter: { on: true, hour: "07:00", most: 8 },
  policies,
};

export type Shape = {
  readonly sectionId: (name: SectionName) => string;
  readonly topicId: (name: TopicName) => string;
};

/** Lays down the paper: its settings, sections and topics. */
export async function layDownPaper(): Promise<Shape> {
  const db = database();
  const sectionRows = Object.entries(sectionNames).map(([slug, name], position) => ({
    id: newId(),
    slug,
    name,
    position,
  }));
  const topicRows = Object.entries(topicNames).map(([slug, name]) => ({ id: newId(), slug, name }));
  await db.transaction(async (tx) => {
    await tx.insert(settings).values({ paper: tidewaterRecord });
    await tx.insert(sections).values(sectionRows);
    await tx.insert(topics).values(topicRows);
  });
  return { sectionId: idIn(sectionRows), topicId: idIn(topicRows) };
}

const idIn = (rows: readonly { id: string; slug: string }[]) => (slug: string) => {
  const row = rows.find((each) => each.slug === slug);
  if (!row) throw new Error(`there is no section or topic ${slug}`);
  return row.id;
};
