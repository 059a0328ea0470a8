import type { SeedStory } from "../plan";
import { byEmail, byPhone, notes, paper } from "../records";

export const asking: SeedStory = {
  key: "asking",
  by: "ines",
  section: "politics",
  topics: ["flood-defence", "local-government"],
  kicker: "Explainer",
  headline: "What 25 councils are asking for, in their own words",
  standfirst: "We asked every one of them the same question. These are the answers so far.",
  hero: "councilHall",
  text: `
Before the leaders of 25 councils meet on {day 6}, the Record asked each of them one question: what would you go home with and call it a success?

Nineteen have answered. They agree on more than they think.

## A date

Fourteen want a date above anything else. {okoro|“I would take a bad date over a good intention,”} wrote Grace Okoro of Saltby.

The mayor of Tidewater said she had been given so many dates that she {dates|“had started keeping them in a drawer”}.

## A name

Seven want a maintaining authority. “We do not mind who it is, so long as they own a telephone,” wrote the leader of one of the smallest.

Jory Penhale, the clerk, has drawn up a table of who looks after what today. {table|“There are 61 gates on this coast and [at least] 40 of them belong to somebody who has died,”} he said.

## Money for waiting

Five would settle for that. “It is not a wall but it is a dry sofa,” said one, who asked to check her words before being named.

- To come: Wick, Marram, the two Hasks.
- To check: the number of gates.
`,
  quotes: {
    okoro: {
      source: "okoro",
      occasion: byEmail(-3),
      verbatim: "I would take a bad date over a good intention",
      evidence: [paper("Her e-mail")],
    },
    dates: {
      source: "lindqvist",
      occasion: byPhone(-2),
      verbatim: "I’ve been given so many dates that I keep them in a drawer now",
      evidence: [],
      note: "From memory, straight after the call. Check against the recording.",
    },
    table: {
      source: "penhale",
      occasion: byPhone(-1),
      verbatim: "There are 61 gates on this coast and I’d say 40 of them belong to somebody who has died",
      evidence: [notes("Shorthand, p. 23")],
    },
  },
  life: [
    {
      do: "assign",
      by: "tomas",
      to: ["ines"],
      dueInHours: 26,
      note: "All 25 by the time they meet. Short answers, every one with a name.",
    },
    { do: "save", blocks: 4 },
    { do: "save", name: "Fourteen answers", blocks: 7 },
    { do: "save" },
    { do: "note", by: "ines", text: "Wick will answer after their cabinet on {day 1}." },
  ],
  minutesWaiting: 1_500,
};
