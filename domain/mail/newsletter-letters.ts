import type { Block, Letter } from "./letter";

export type DigestStory = {
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
  readonly stories: readonly DigestStory[];
  readonly subscriberId: string;
}): Letter => ({
  subject: given.subject || `${given.paper}: ${given.stories[0]?.headline ?? ""}`,
  language: given.language,
  subscriber: given.subscriberId,
  blocks: [
    ...(given.intro ? [{ kind: "text", text: given.intro } as const] : []),
    ...given.stories.flatMap(({ headline, standfirst, language, address }): Block[] => [
      { kind: "words", text: headline, language },
      ...(standfirst ? [{ kind: "text", text: standfirst } as const] : []),
      { kind: "link", label: "Read the story", path: address },
    ]),
    {
      kind: "small",
      text: `You have this letter because you asked ${given.paper} for it. It tells us nothing of whether you open it.`,
    },
    { kind: "one-time link", label: "Leave the newsletter", purpose: "leave", id: given.subscriberId },
  ],
});

/** The letter that asks whether the mailbox's owner wishes the newsletter. */
export const confirmLetter = (given: {
  readonly paper: string;
  readonly language: string;
  readonly subscriberId: string;
}): Letter => ({
  subject: `Do you wish the newsletter of ${given.paper}?`,
  language: given.language,
  blocks: [
    {
      kind: "text",
      text: `Somebody, most likely you, asked for the newsletter of ${given.paper}, once a day. It comes only after you say so here, within seven days.`,
    },
    { kind: "one-time link", label: "Yes, send it to me", purpose: "confirm", id: given.subscriberId },
    { kind: "small", text: "If it was not you, leave this: nothing is sent." },
  ],
});
