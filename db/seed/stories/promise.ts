import type { SeedStory } from "../plan";
import { inPerson, inWriting, notes, paper } from "../records";

export const promise: SeedStory = {
  key: "promise",
  by: "hana",
  section: "opinion",
  topics: ["flood-defence"],
  kicker: "Opinion",
  headline: "A wall is a promise. Someone has to keep it",
  standfirst: "The lighthouse on Gannet Rock was paid for by people who would never see it finished.",
  hero: "lighthouseRock",
  text: `
There is a brass plate inside the door of the lighthouse on Gannet Rock, so worn that you read it with a finger. It gives the names of the 214 people who paid for the light. It was lit in 1861. By then, the parish register tells us, 39 of them were dead.

I have been thinking about those 39. They gave their shillings towards a thing that would be of no use to them, on a rock they could see from the churchyard, and I doubt that anybody called it a scheme.

## What a wall says

We talk of the harbour wall as though it were a delivery: ordered, delayed, still expected. The ministry speaks of milestones. The council speaks of tranches. I have sat through eleven meetings on it, and in all of them I heard the word concrete some forty times and the word promise once. It came from a boy of ten in the public seats, and he was asked to wait for questions.

A wall is not a thing that arrives. It is a thing that somebody agrees to go on doing. The sea works on it every night of the year. From the day it is finished it has begun to be lost, and the only question that matters is who gets up in the morning to put it back.

{plate|“To be kept burning by those who come after,”} the plate says, under the names. Not built by. Kept.

>> plate | To be kept burning by those who come after

## The eighth name

That is why I cannot be cross with the officials who are quarrelling over who shall maintain the gates. It is the only honest argument in the whole business. Everything else has been about who shall cut the ribbon.

But they should have it in the open. Put the annex on the table, put the twenty-five leaders round it, and let nobody go home until one of them has said: us. We will do it, this is what it costs, and this is the name of the person who will ring you at three in the morning.

The last keeper of Gannet Rock lives in the almshouses now. I asked her whether the light had ever gone out. {keeper|“Once, for nine minutes,”} she said. {keeper|“I could tell you every one of them.”}

That is what it sounds like when a promise has somebody in it.
`,
  quotes: {
    plate: {
      source: "plate",
      occasion: inWriting(-12, "Gannet Rock"),
      verbatim: "To be kept burning by those who come after",
      evidence: [paper("Picture of the plate and a rubbing of it")],
      checkedBy: ["morwenna", "Held against the rubbing"],
    },
    keeper: {
      source: "keeper",
      occasion: inPerson(-10, "the almshouses"),
      verbatim: "Once, for nine minutes. I could tell you every one of them.",
      evidence: [notes("Written down in her kitchen, and read back to her there")],
      checkedBy: ["morwenna", "Held against the notes"],
      confirmedBy: ["morwenna", "Confirmed by phone"],
    },
  },
  life: [
    { do: "save", blocks: 5 },
    { do: "save" },
    { do: "send" },
    { do: "approve", by: "morwenna" },
    { do: "publish", by: "morwenna", at: [-1, "07:00"] },
  ],
};
