import { and, eq, isNotNull } from "drizzle-orm";
import { database } from "@/db/client";
import { newId } from "@/db/schema/columns";
import { media } from "@/db/schema/media";
import { sections, topics } from "@/db/schema/paper";
import { corrections, publications, publishedDocuments, replies } from "@/db/schema/publications";
import {
  correctionTasks,
  evidenceFiles,
  occasions,
  quotes,
  quoteUses,
  sealedIdentities,
  sourceMerges,
  sources,
} from "@/db/schema/sources";
import { previewLinks, stories, storyAuthors, suggestions } from "@/db/schema/stories";
import { createStaff } from "@/db/write-people";
import { createStory } from "@/db/write-story";
import { defaultChoices } from "@/domain/notifications";
import { defaultPaper } from "@/domain/paper";
import type { Actor } from "@/domain/people";
import { ofDemonstration } from "../newsroom";

export type Scene = {
  readonly story: string;
  readonly thread: string;
  readonly author: Actor;
  readonly authoringEditor: Actor;
  readonly fresh: () => string;
};
type Given = (scene: Scene) => readonly unknown[] | Promise<readonly unknown[]>;

/** A front based on a state that never was: whoever may arrange it is told so, and nothing is changed for others. */
const frontBehind = {
  front: "front",
  base: 999_999,
  placings: [],
  quotes: [],
  breaking: { text: "", href: "", until: "" },
};

const forms =
  (shape: (scene: Scene) => object | Promise<object>): Given =>
  async (scene) => [await shape(scene)];
/** For actions that a form calls with its last answer before the input. */
const stateful =
  (shape: (scene: Scene) => object | Promise<object>): Given =>
  async (scene) => [{}, await shape(scene)];

/** A story of the same two authors that earlier calls have not touched. */
async function another({ author, authoringEditor }: Scene): Promise<string> {
  const { id } = await createStory(author);
  await database().insert(storyAuthors).values({ storyId: id, userId: authoringEditor.id, position: 1 });
  return id;
}

/** A story of the same two with a headline. */
async function written(scene: Scene): Promise<string> {
  const id = await another(scene);
  await database().update(stories).set({ headline: "Words" }).where(eq(stories.id, id));
  return id;
}

/** An open suggestion on the story of the two. */
async function suggestion({ story, authoringEditor }: Scene): Promise<string> {
  const id = newId();
  await database().insert(suggestions).values({
    id,
    storyId: story,
    field: "headline",
    passage: "Words",
    replacement: "Other words",
    by: authoringEditor.id,
    revision: 1,
  });
  return id;
}

let places = 0;

/** A quote that both authors had a hand in, so that neither may check it. */
async function quote(
  scene: Scene,
  unnamed = false,
): Promise<{ quote: string; source: string; occasion: string }> {
  const [source, occasion, id] = [newId(), newId(), newId()];
  const createdBy = scene.author.id;
  const recordedBy = scene.authoringEditor.id;
  const db = database();
  await db.insert(sources).values({
    id: source,
    kind: "person",
    name: `Somebody ${source}`,
    unnamed,
    publicDescription: unnamed ? "Somebody who knows" : "",
    createdBy,
  });
  await db
    .insert(occasions)
    .values({ id: occasion, sourceId: source, kind: "interview", groundRule: "on_record", createdBy });
  await db
    .insert(quotes)
    .values({ id, sourceId: source, occasionId: occasion, verbatim: "So it was", recordedBy });
  // Shown in the story of the two, so that neither of them is a second person.
  places += 1;
  await db.insert(quoteUses).values({
    storyId: scene.story,
    quoteId: id,
    position: places,
    displayed: "So it was",
    standing: "verbatim",
  });
  return { quote: id, source, occasion };
}

/** An unnamed source whose name the author has sealed. What is in the seal is of no matter: nobody gets so far. */
async function sealed(scene: Scene): Promise<string> {
  const { source } = await quote(scene, true);
  const nothing = new Uint8Array(32);
  await database().insert(sealedIdentities).values({
    sourceId: source,
    keyVersion: 1,
    wrappedKey: nothing,
    wrapNonce: nothing,
    sealedBy: scene.author.id,
  });
  return source;
}

/** A picture that the author brought in. It has a row and no files: nobody looks at it. */
async function picture({ author }: Scene): Promise<string> {
  const id = newId();
  await database()
    .insert(media)
    .values({ id, name: id.replaceAll("-", ""), width: 8, height: 8, widths: [8], createdBy: author.id });
  return id;
}

/** A document that stands before readers already, by its rows alone: publishing it again changes nothing, and
 * withdrawing it finds something to take away. */
async function document({ author }: Scene): Promise<string> {
  const id = newId();
  const name = `${id.replaceAll("-", "")}.pdf`;
  const what = { title: "A report", type: "application/pdf" };
  await database()
    .insert(evidenceFiles)
    .values({ id, name, publicName: name, kind: "document", bytes: 8, createdBy: author.id, ...what });
  await database()
    .insert(publishedDocuments)
    .values({ name, ...what });
  return id;
}

async function taskFor(scene: Scene): Promise<string> {
  const id = newId();
  await database()
    .insert(correctionTasks)
    .values({
      id,
      storyId: scene.story,
      quoteId: (await quote(scene)).quote,
      openedBy: scene.authoringEditor.id,
    });
  return id;
}

async function mergeFor(scene: Scene): Promise<string> {
  const id = newId();
  await database()
    .insert(sourceMerges)
    .values({
      id,
      fromId: (await quote(scene)).source,
      intoId: (await quote(scene)).source,
      by: scene.authoringEditor.id,
      quoteIds: [],
      occasionIds: [],
      addedNames: [],
    });
  return id;
}

async function section(): Promise<string> {
  const id = newId();
  await database().insert(sections).values({ id, slug: id, name: id, position: 950 });
  return id;
}

async function topic(): Promise<string> {
  const id = newId();
  await database().insert(topics).values({ id, slug: id, name: id });
  return id;
}

/** A correction of a story that is withdrawn: no reader's page shows it, and only editors see the story on the desk. */
async function correction(): Promise<string> {
  const [gone] = await database()
    .select({ id: publications.storyId })
    .from(publications)
    .where(and(isNotNull(publications.withdrawnAt), ofDemonstration))
    .limit(1);
  if (!gone) throw new Error("the demonstration newsroom has no withdrawn story");
  const id = newId();
  await database()
    .insert(corrections)
    .values({ id, storyId: gone.id, kind: "update", text: "More is known." });
  return id;
}

/** A reply under any story that is live. */
async function heldReply(email = "reader@journeys.example"): Promise<string> {
  const [live] = await database().select({ id: publications.storyId }).from(publications).limit(1);
  if (!live) throw new Error("the demonstration newsroom has no live story");
  const id = newId();
  await database()
    .insert(replies)
    .values({ id, storyId: live.id, name: "A reader", email, text: "Well said." });
  return id;
}

async function somebody(): Promise<string> {
  const key = newId();
  const made = await createStaff({
    name: `Somebody ${key.slice(-8)}`,
    email: `${key}@journeys.example`,
    role: "reporter",
    password: null,
  });
  if (!made.ok) throw new Error(made.why);
  return made.value.id;
}

/** What each action is called with: whole and right, so that only the person can be the reason for a refusal. */
export const inputs: Readonly<Record<string, Given>> = {
  createStory: forms(() => ({})),
  sendForReview: forms(async (scene) => ({ id: await another(scene), revision: 1 })),
  sendBack: forms(({ story }) => ({ id: story, note: "Look again" })),
  approve: forms(({ story }) => ({ id: story, revision: 1 })),
  schedule: forms(({ story }) => ({ id: story, moment: "2099-01-01T06:00" })),
  unschedule: forms(({ story }) => ({ id: story })),
  publish: forms(({ story }) => ({ id: story, revision: 1 })),
  correct: forms(({ story }) => ({ id: story, kind: "correction", text: "It was otherwise." })),
  amend: forms(async () => ({
    id: await correction(),
    text: "It was otherwise.",
    was: "",
    says: "",
    why: "clearer",
  })),
  withdraw: forms(({ story }) => ({ id: story, note: "wrong" })),
  putBack: forms(({ story }) => ({ id: story, note: "right" })),
  restore: forms(async (scene) => {
    const id = await another(scene);
    const [row] = await database().execute<{ id: string }>(
      `select id from revisions where story_id = '${id}'`,
    );
    return { id, revisionId: row?.id, base: 1, key: scene.fresh() };
  }),
  overrideCheck: forms(({ story }) => ({
    id: story,
    check: "unattributed",
    subject: "x",
    reason: "It is a play",
  })),
  assign: forms(async (scene) => ({
    id: await another(scene),
    authorIds: [scene.author.id, scene.authoringEditor.id],
    dueAt: "",
    note: "",
  })),
  setEmbargo: forms(async (scene) => ({ id: await another(scene), until: "" })),
  addNote: forms(({ story }) => ({ id: story, text: "A note" })),
  openThread: forms(({ story }) => ({ id: story, passage: "", text: "Why?", mustResolve: false })),
  comment: forms(({ thread }) => ({ threadId: thread, text: "Because." })),
  resolveThread: forms(({ thread }) => ({ threadId: thread })),
  suggest: forms(async (scene) => ({
    id: await written(scene),
    field: "headline",
    passage: "Words",
    before: "",
    after: "",
    replacement: "Other words",
    why: "",
  })),
  decideSuggestion: forms(async (scene) => ({ id: await suggestion(scene), verdict: "rejected" })),
  decideSuggestions: forms(async (scene) => {
    await suggestion(scene);
    return { id: scene.story, verdict: "rejected" };
  }),
  makePreview: forms(({ story }) => ({ id: story, hours: 24, label: "" })),
  revokePreview: forms(async ({ story, authoringEditor }) => {
    const id = newId();
    await database()
      .insert(previewLinks)
      .values({
        id,
        storyId: story,
        tokenHash: id,
        madeBy: authoringEditor.id,
        expiresAt: new Date(Date.now() + 3_600_000),
      });
    return { id };
  }),
  noteReading: forms(({ story }) => ({ id: story, revision: 1 })),
  invitePerson: forms(({ fresh }) => ({
    name: "New Person",
    email: `${fresh()}@journeys.example`,
    role: "reporter",
    title: "",
  })),
  withdrawInvite: forms(({ fresh }) => ({ id: fresh() })),
  changePerson: forms(async () => ({ id: await somebody(), change: { to: "role", role: "editor" } })),
  readNotifications: forms(() => ({ ids: "all", isRead: true })),
  chooseNotifications: forms(() => ({ choices: defaultChoices })),
  endSessions: stateful(() => ({ id: "all" })),
  removeFace: forms(() => ({})),
  changeOwnPassword: stateful(() => ({ old: "not the password", new: "not the password either" })),
  setUp: stateful(() => ({
    code: "WRONG",
    paper: "A paper",
    name: "A name",
    email: "a@journeys.example",
    password: "long enough a password",
  })),
  resetFactor: forms(async () => ({ id: await somebody() })),
  saveSecurity: forms(() => ({ base: 999_999, demandsSecondFactor: false })),
  confirmFactor: forms(() => ({ code: "000000" })),
  beginFactor: forms(() => ({ password: "not the password" })),
  renewCodes: forms(() => ({ password: "not the password", code: "000000" })),
  removeFactor: forms(() => ({ password: "not the password", code: "000000" })),
  handOverStories: forms(async () => ({ id: await somebody(), to: await somebody() })),
  makePasswordLink: forms(async () => ({ id: await somebody() })),
  saveMailSettings: forms(() => ({ base: 999_999, senderName: "" })),
  sendTestMail: forms(() => ({})),
  settleLetters: forms(({ fresh }) => ({ ids: [fresh()], what: "forget" })),
  askForNewPassword: stateful(() => ({ email: "nobody@journeys.example" })),
  chooseNewPassword: stateful(() => ({ token: "none", password: "long enough a password" })),
  joinStaff: stateful(() => ({ token: "none", password: "long enough a password" })),
  saveQuote: forms(({ fresh }) => ({
    source: {
      new: {
        id: fresh(),
        kind: "person",
        name: "Somebody",
        role: "",
        organisation: "",
        unnamed: false,
        publicDescription: "",
        unnamedReason: "",
        credibility: "",
      },
    },
    occasion: {
      new: { kind: "interview", channel: "phone", saidOn: "2026-11-20", place: "", groundRule: "on_record" },
    },
    verbatim: "So it was",
    translation: "",
    language: "en-GB",
    evidence: [],
    note: "",
  })),
  verifyQuote: forms(async (scene) => ({ id: (await quote(scene)).quote, step: "checked", against: "" })),
  // Those who may see it dispute it; that the author recorded none of it makes no difference.
  disputeQuote: forms(async (scene) => ({
    id: (await quote(scene)).quote,
    state: "disputed",
    why: "It was put otherwise",
  })),
  closeTask: forms(async (scene) => ({ id: await taskFor(scene), reason: "It stands" })),
  mergeSources: forms(async (scene) => ({
    fromId: (await quote(scene)).source,
    intoId: (await quote(scene)).source,
  })),
  undoMerge: forms(async (scene) => ({ id: await mergeFor(scene) })),
  quoteRecords: forms(async (scene) => ({ ids: [(await quote(scene)).quote] })),
  quotesOf: forms(async (scene) => ({ sourceId: (await quote(scene)).source })),
  findSources: forms(() => ({ text: "some" })),
  evidenceOnHand: forms(async (scene) => ({ sourceId: (await quote(scene)).source })),
  occasionsOf: forms(async (scene) => ({ sourceId: (await quote(scene)).source })),
  saveSource: forms(({ fresh }) => ({
    id: fresh(),
    kind: "person",
    name: "Somebody",
    formerNames: [],
    role: "",
    organisation: "",
    unnamed: false,
    publicDescription: "",
    unnamedReason: "",
    credibility: "",
  })),
  changeOccasion: forms(async (scene) => ({
    id: (await quote(scene)).occasion,
    kind: "statement",
    channel: null,
    saidOn: "2026-11-20",
    place: "",
    groundRule: "background",
  })),
  attest: forms(async (scene) => ({ sourceId: (await quote(scene, true)).source, how: "told_in_person" })),
  seal: forms(async (scene) => ({ sourceId: (await quote(scene, true)).source, identity: "Nobody" })),
  reveal: forms(async (scene) => ({ sourceId: await sealed(scene), why: "To check" })),
  grantName: forms(async (scene) => ({
    sourceId: await sealed(scene),
    userId: scene.authoringEditor.id,
    days: 7,
  })),
  endGrant: forms(async (scene) => ({ sourceId: await sealed(scene), userId: scene.authoringEditor.id })),
  destroyName: forms(async (scene) => ({ sourceId: await sealed(scene) })),
  findPictures: forms(() => ({ text: "harbour" })),
  changePicture: forms(async (scene) => ({ id: await picture(scene), focalX: 0.2, focalY: 0.8 })),
  weigh: forms(async (scene) => ({
    storyId: scene.story,
    sourceId: (await quote(scene)).source,
    weight: "central",
  })),
  agree: forms(async (scene) => ({
    storyId: scene.story,
    sourceId: (await quote(scene, true)).source,
    use: "direct",
  })),
  saveReply: forms(({ fresh, story }) => ({
    id: fresh(),
    storyId: story,
    whom: "The ministry",
    contactedAt: "2026-11-20T10:00",
    how: "email",
    outcome: "waiting",
  })),
  logConditionAsked: forms(async (scene) => ({
    id: scene.fresh(),
    sourceId: (await quote(scene, true)).source,
    asked: "quote_approval",
    decision: "refused",
  })),
  publishDocument: forms(async (scene) => ({ id: await document(scene) })),
  withdrawDocument: forms(async (scene) => ({ id: await document(scene) })),
  // A base that is behind: whoever may change it is told so, and nothing of the paper is changed for other journeys.
  saveFrontPage: forms(() => frontBehind),
  keepFrontDraft: forms(() => frontBehind),
  removeLogo: forms(() => ({ base: 999_999 })),
  savePaper: forms(() => ({ base: 999_999, name: "A", tagline: "", language: "en-GB", zone: "UTC" })),
  saveHouseRules: forms(() => ({ base: 999_999, quotationWords: 4, standfirstCharacters: 160 })),
  saveAppeal: forms(() => ({
    base: 999_999,
    lead: "",
    text: "",
    label: "",
    href: "",
    bar: "stories",
    end: true,
    every: 1,
    again: 30,
  })),
  saveMastodonHosts: forms(() => ({ base: 999_999, servers: "mastodon.social" })),
  savePolicies: forms(() => ({ base: 999_999, policies: defaultPaper.policies })),
  addHeadingNamed: forms(({ fresh }) => ({ heading: "topic", name: `Topic ${fresh()}` })),
  renameHeadingTo: forms(async ({ fresh }) => ({
    heading: "topic",
    id: await topic(),
    name: `Topic ${fresh()}`,
  })),
  retireOrTakeUpHeading: forms(async () => ({ heading: "topic", id: await topic(), retired: "no" })),
  setSectionLanguageTo: forms(async () => ({ id: await section(), language: "de" })),
  takeHeadingAway: forms(async () => ({ heading: "topic", id: await topic() })),
  orderSectionsAs: forms(async () => ({
    ids: (await database().select({ id: sections.id }).from(sections)).map((each) => each.id),
  })),
  moderateReplies: forms(async () => ({ ids: [await heldReply()], from: "held", to: "refused" })),
  answerReader: forms(async () => ({ id: await heldReply(), text: "Thank you." })),
  banReader: forms(async ({ fresh }) => ({ id: await heldReply(`${fresh()}@journeys.example`) })),
  liftBan: forms(async () => ({ bans: [], refused: [await heldReply()] })),
  setForReaders: forms(({ story }) => ({
    id: story,
    withoutAppeal: true,
    withoutReplies: false,
    cardQuoteId: null,
  })),
  saveDigest: forms(() => ({ day: "2099-01-01", base: 99, subject: "", intro: "", storyIds: [] })),
  sendDigest: forms(() => ({})),
  saveNewsletterRules: forms(() => ({ base: 999_999, on: false, hour: "07:00", most: 8 })),
  saveReplyRules: forms(() => ({
    base: 1_000_000,
    taken: true,
    hold: "all",
    holdLinks: true,
    holdWords: "",
    openDays: "30",
  })),
};
