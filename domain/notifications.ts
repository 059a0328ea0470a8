/** What a member of staff may be told of. */
export const notificationKinds = [
  "sent_for_review",
  "sent_back",
  "approved",
  "published",
  "commented",
  "mentioned",
  "pen_asked",
  "assigned",
  "lapsed",
  "due_soon",
  "schedule_missed",
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** How a person is told of a kind: in the app, by mail, both, or not at all. */
export type NotificationChoice = { readonly inApp: boolean; readonly byMail: boolean };

/** What holds for whoever has chosen nothing: mail for what should reach a person who is not at the desk. */
export const defaultChoices: Record<NotificationKind, NotificationChoice> = {
  sent_for_review: { inApp: true, byMail: false },
  sent_back: { inApp: true, byMail: true },
  approved: { inApp: true, byMail: false },
  published: { inApp: true, byMail: false },
  commented: { inApp: true, byMail: false },
  mentioned: { inApp: true, byMail: true },
  pen_asked: { inApp: true, byMail: false },
  assigned: { inApp: true, byMail: true },
  lapsed: { inApp: true, byMail: false },
  due_soon: { inApp: true, byMail: true },
  schedule_missed: { inApp: true, byMail: true },
};

/** A kind by a short name, as in the subject of a mail, and by what it means to whoever chooses. */
export const notificationNames: Record<NotificationKind, { readonly name: string; readonly means: string }> =
  {
    sent_for_review: { name: "For review", means: "A story is sent for review, and you may review it" },
    sent_back: { name: "Sent back", means: "An editor asks for changes to your story" },
    approved: { name: "Approved", means: "Your story is approved" },
    published: { name: "Published", means: "Your story is with readers" },
    commented: { name: "Comment", means: "Somebody comments on your story, or where you have commented" },
    mentioned: { name: "Mention", means: "Somebody names you in a comment" },
    pen_asked: { name: "Pen asked for", means: "Somebody would like to write where you hold the pen" },
    assigned: { name: "Assigned to you", means: "An editor gives you a story" },
    lapsed: { name: "Approval lapsed", means: "A change takes back the approval of your story" },
    due_soon: { name: "Due soon", means: "Your story is due within two hours" },
    schedule_missed: { name: "Schedule missed", means: "A story could not go out at its moment" },
  };

/** How long before its due moment a story is called due soon. Milliseconds. */
export const dueSoonBefore = 2 * 60 * 60 * 1000;

/** What is said around the headline: "Tomas Reyes [sent] Headline [for review]". */
const said: Record<NotificationKind, readonly [before: string, after: string]> = {
  sent_for_review: ["sent", "for review"],
  sent_back: ["sent back", ""],
  approved: ["approved", ""],
  published: ["published", ""],
  commented: ["commented on", ""],
  mentioned: ["mentioned you on", ""],
  pen_asked: ["asks for the pen of", ""],
  assigned: ["gave you", ""],
  lapsed: ["made a change that lapsed the approval of", ""],
  due_soon: ["", "is due soon"],
  schedule_missed: ["", "could not be published as scheduled"],
};

/** The words before and after the headline, beginning with who did it. `by` null: the clock did. */
export function notificationWords(
  kind: NotificationKind,
  by: string | null,
): { before: string; after: string } {
  const [before, after] = said[kind];
  if (by !== null) return { before: before ? `${by} ${before}` : "", after };
  if (kind === "published") return { before: "", after: "was published as scheduled" };
  // A change of which nobody is on record as the author.
  return { before: before ? `Somebody ${before}` : "", after };
}

export const headlineOr = (headline: string): string => headline.trim() || "Untitled story";

/** Where a notification leads. */
export function notificationHref(kind: NotificationKind, storyId: string): string {
  const at = `/desk/stories/${storyId}`;
  const isAboutWriting = ["sent_back", "pen_asked", "assigned", "due_soon"].includes(kind);
  return isAboutWriting ? at : `${at}/review`;
}

/** The choice that holds: what the person chose, or the default of the kind. */
export const choiceOf = (
  kind: NotificationKind,
  chosen: NotificationChoice | null | undefined,
): NotificationChoice => chosen ?? defaultChoices[kind];
