import type { SeedStory } from "../plan";
import { inPerson, notes } from "../records";

export const ladder: SeedStory = {
  key: "ladder",
  by: "joss",
  section: "harbour",
  topics: [],
  kicker: "Harbour",
  headline: "Winter swimmers ask for a second ladder",
  standfirst: "",
  hero: "seaLadder",
  text: `
There is one ladder on the old slip and on most mornings there are fourteen people who want to be the first up it.

The swimmers who use it have asked the harbour authority for another. {queue|“You can queue for a bus,”} said Nell Carrow, who has swum there for six winters. {queue|“You can’t queue in nine degrees.”}

The authority’s answer is expected this week.
`,
  quotes: {
    queue: {
      source: "swimmer",
      occasion: inPerson(-1, "the old slip"),
      verbatim: "You can queue for a bus. You can’t queue in nine degrees.",
      evidence: [notes("Wet notebook, last page")],
    },
  },
  life: [
    {
      do: "assign",
      by: "morwenna",
      to: ["joss"],
      dueInHours: -3,
      note: "Three hundred words and what a ladder costs.",
    },
    { do: "save" },
  ],
  minutesWaiting: 400,
};
