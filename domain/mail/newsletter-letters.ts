import { dateFormat } from "../date-format";
import type { Block, Letter } from "./letter";

/** A day in the words of the letter, which are English. */
const dayNamed = (day: string): string =>
  dateFormat("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" })
    .format(new Date(`${day}T12:00:00Z`))
    .replace(",", "");

export type DigestStory = {
  readonly kicker: string;
  readonly byline: string;
  readonly headline: string;
  readonly standfirst: string;
  readonly language: string;
  readonly address: string;
};

/** The letter of a day to one subscriber. */
export const digestLetter = (given: {
  readonly paper: string;
  readonly language: string;
  readonly subject: string;
  readonly intro: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly stories: readonly DigestStory[];
  readonly subscriberId: string;
}): Letter => ({
  subject: given.subject || `${given.paper}: ${given.stories[0]?.headline ?? ""}`,
  language: given.language,
  subscriber: given.subscriberId,
  blocks: [
    { kind: "masthead", name: given.paper, line: dayNamed(given.day) },
    ...(given.intro ? [{ kind: "text", text: given.intro } as const] : []),
    ...given.stories.map(
      ({ address, ...story }, index): Block => ({
        kind: "story",
        ...story,
        path: address,
        lead: index === 0,
      }),
    ),
    {
      kind: "small",
      text: `You have this letter because you asked ${given.paper} for it. It tells us nothing of whether you open it.`,
    },
    {
      kind: "one-time link",
      label: "Leave the newsletter",
      purpose: "leave",
      id: given.subscriberId,
      quiet: true,
    },
  ],
});

/** The letter that asks whether the mailbox's owner wants the newsletter. */
export const confirmLetter = (given: {
  readonly paper: string;
  readonly language: string;
  readonly subscriberId: string;
}): Letter => ({
  subject: `Do you want the newsletter of ${given.paper}?`,
  language: given.language,
  blocks: [
    { kind: "masthead", name: given.paper, line: "" },
    {
      kind: "text",
      text: `Somebody, most likely you, asked for the newsletter of ${given.paper}, which comes once a day. Say yes within seven days, and you are subscribed.`,
    },
    { kind: "one-time link", label: "Yes, subscribe me", purpose: "confirm", id: given.subscriberId },
    { kind: "small", text: "If it was not you, do nothing: nothing more is sent." },
  ],
});
