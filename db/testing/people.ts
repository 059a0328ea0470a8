import { database } from "@/db/client";
import { newId } from "@/db/schema/columns";
import { sections } from "@/db/schema/paper";
import { users } from "@/db/schema/people";
import { occasions, quotes, sources } from "@/db/schema/sources";
import type { Body } from "@/domain/body/body";
import type { Actor, Role } from "@/domain/people";
import type { GroundRule } from "@/domain/quotes";
import { blankWords } from "@/domain/testing/words";
import type { Words } from "@/domain/words";
import { addPicture, type StoredPicture } from "../write-media";

/** A member of staff with a name and an address of their own. */
export async function person(role: Role): Promise<Actor> {
  const id = newId();
  const name = `${role} ${id.slice(-6)}`;
  await database()
    .insert(users)
    .values({ id, name, role, email: `${id}@test.example`, slug: id });
  return { id, name, role };
}

export async function section(): Promise<{ id: string; slug: string }> {
  const id = newId();
  const slug = `s-${id}`;
  await database().insert(sections).values({ id, slug, name: slug });
  return { id, slug };
}

/** A quote on record with its source and occasion. */
export async function quoteOnRecord(
  by: Actor,
  verbatim: string,
  given: {
    name?: string;
    unnamed?: boolean;
    description?: string;
    reason?: string;
    groundRule?: GroundRule;
  } = {},
): Promise<{ quoteId: string; sourceId: string; name: string }> {
  const db = database();
  const [sourceId, occasionId, quoteId] = [newId(), newId(), newId()];
  const name = given.name ?? `Speaker ${sourceId.slice(-8)}`;
  await db.insert(sources).values({
    id: sourceId,
    kind: "person",
    name,
    unnamed: given.unnamed ?? false,
    publicDescription: given.description ?? "",
    unnamedReason: given.reason ?? "",
    createdBy: by.id,
  });
  await db.insert(occasions).values({
    id: occasionId,
    sourceId,
    kind: "interview",
    channel: "phone",
    saidOn: "2026-11-20",
    groundRule: given.groundRule ?? "on_record",
    createdBy: by.id,
  });
  await db.insert(quotes).values({ id: quoteId, sourceId, occasionId, verbatim, recordedBy: by.id });
  return { quoteId, sourceId, name };
}

type Piece = string | { readonly words: string; readonly quoteId: string };

/** A body of paragraphs; a piece with a quote id is tied to that quote. */
export const bodyOf = (...paragraphs: readonly (readonly Piece[])[]): Body => ({
  type: "doc",
  content: paragraphs.map((pieces) => ({
    type: "paragraph",
    content: pieces.map((piece) =>
      typeof piece === "string"
        ? { type: "text", text: piece }
        : { type: "text", text: piece.words, marks: [{ type: "quote", attrs: { quoteId: piece.quoteId } }] },
    ),
  })),
});

export const wordsWith = (given: Partial<Words>): Words =>
  blankWords({ headline: "A headline", body: bodyOf(["Some text."]), ...given });

/** A picture in the library, of which these words are said. */
export async function pictureOnFile(
  by: Actor,
  words: { alt?: string; credit?: string } = {},
): Promise<StoredPicture> {
  const made = await addPicture({
    name: newId().replaceAll("-", ""),
    width: 1600,
    height: 900,
    widths: [480, 800],
    alt: "",
    caption: "",
    credit: "",
    rights: "",
    focal: [0.5, 0.5],
    createdBy: by.id,
    ...words,
  });
  if (!made.ok) throw new Error("refused");
  return made.value;
}
