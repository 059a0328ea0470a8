import {
  headlineOr,
  type NotificationKind,
  notificationHref,
  notificationNames,
  notificationWords,
} from "../notifications";
import { shortened } from "../shortened";
import type { Block, Letter } from "./letter";

/** Letters to staff are in the language of the desk. */
const deskLanguage = "en-GB";

export type NotifiedOf = {
  readonly kind: NotificationKind;
  readonly story: { readonly id: string; readonly headline: string; readonly language: string };
  /** Null when the clock did it. */
  readonly by: string | null;
  readonly note: string;
  readonly paper: string;
};

const mostOfNote = 600;

/** The mail that a notification is sent as, and as what while its story is under embargo. */
export function notificationLetter({ kind, story, by, note, paper }: NotifiedOf): Letter {
  const headline = headlineOr(story.headline);
  const { before, after } = notificationWords(kind, by);
  const happened = before ? `${before} this story${after ? ` ${after}` : ""}` : `This story ${after}`;
  const words: Block[] = note.trim()
    ? [{ kind: "words", text: shortened(note, mostOfNote), language: story.language }]
    : [];
  const foot: Block[] = [
    { kind: "link", label: "Open the story", path: notificationHref(kind, story.id) },
    {
      kind: "small",
      text: `Sent by the desk of ${paper}. Choose what you are told of, and how, on your account page.`,
    },
  ];
  return {
    subject: `${notificationNames[kind].name}: ${headline}`,
    language: deskLanguage,
    blocks: [
      { kind: "text", text: `${happened}:` },
      { kind: "words", text: headline, language: story.language },
      ...words,
      ...foot,
    ],
    underEmbargo: {
      subject: `${notificationNames[kind].name}: a story under embargo`,
      blocks: [
        { kind: "text", text: `${happened}. It is under embargo, so nothing of it is in this message.` },
        ...foot,
      ],
    },
  };
}

/** The mail with the link of an invitation. */
export const invitationLetter = (given: {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly by: string;
  readonly paper: string;
}): Letter => ({
  subject: `${given.by} invites you to ${given.paper}`,
  language: deskLanguage,
  blocks: [
    { kind: "text", text: `${given.name},` },
    {
      kind: "text",
      text: `${given.by} invites you to work at ${given.paper} as ${given.role}. Choose a password by this link; it works once, for seven days.`,
    },
    { kind: "one-time link", label: "Join", purpose: "invitation", id: given.id },
    { kind: "small", text: "If you do not know what this is about, leave it: nothing happens then." },
  ],
});

/** The mail with the link by which a password is chosen anew. */
export const resetLetter = (given: { readonly id: string; readonly paper: string }): Letter => ({
  subject: `A new password for ${given.paper}`,
  language: deskLanguage,
  blocks: [
    {
      kind: "text",
      text: "Somebody, most likely you, asked for a new password for your account. Choose one by this link; it works once, for ten minutes. Then you are signed out everywhere else.",
    },
    { kind: "one-time link", label: "Choose a new password", purpose: "reset", id: given.id },
    { kind: "small", text: "If it was not you, leave it: your password stays as it is." },
  ],
});

/** The mail that tells a person of a change to the ways into their account. */
export const accountLetter = (given: { readonly happened: string; readonly paper: string }): Letter => ({
  subject: `Your account at ${given.paper}`,
  language: deskLanguage,
  blocks: [
    { kind: "text", text: given.happened },
    { kind: "text", text: "If this was not you, or not meant to be, tell an admin of the newsroom at once." },
    { kind: "link", label: "Look at your account", path: "/desk/account" },
  ],
});

/** What the test button of the settings sends. */
export const testLetter = (paper: string): Letter => ({
  subject: `A test message from ${paper}`,
  language: deskLanguage,
  blocks: [
    { kind: "text", text: "Mail from the desk reaches you. There is nothing to do." },
    { kind: "link", label: "Open the settings", path: "/desk/settings" },
  ],
});
