import type { SeedStory } from "../plan";
import { byPhone, notes, paper, pressConference, recording } from "../records";

const atTheMinistry = pressConference(-1, "the Ministry for the Coast");

const text = `
The ministry has named Elspeth Ravn, an engineer who has spent most of her working life on other people’s sea walls, as its new director of the coast.

Ravn, 52, takes over on the first of the month from an acting director who has held the post for 14 months. She will decide the order in which seven promised flood schemes are built, Tidewater’s among them.

At a press conference on {day -1} she declined to say where Tidewater stood in that order. {order|“I have read the list. I have not yet walked it,”} she said.

## An engineer’s answer

Ravn built harbours in three countries before she joined the ministry, and ran its northern office through the floods of four winters ago. Colleagues there remember that she kept a pair of waders under her desk, and that they were often wet.

She said she would visit all seven places before the end of January, beginning with the smallest. Asked what she would tell the people who live there, she said: {tell|“That I will not give them a date until it is a date.”}

>> tell | I will not give them a date until it is a date.

The chair of the coastal scrutiny committee, Malcolm Thorne, welcomed the choice and set her a test. {thorne|“Three directors have told my committee that the gates are somebody else’s to pay for,”} he said. {thorne|“I should like the fourth to tell us whose.”}

Others were cooler. Two of the seven places have changed their minds about what they were promised since it was promised, and a third has lost the street that its wall was meant to keep. The ministry’s own table of the schemes, which sets cost against the number of homes, puts Tidewater second.

Ravn said that she knew of the table and would be making another.

## What she inherits

- Seven schemes, announced together three winters ago. None has been started.
- A budget in which the cost of looking after the new gates has no owner.
- Twenty-five councils, which [meet in Tidewater](/topic/flood-defence) on {day 6} to ask her for dates.

Ravn will be paid the rate for the grade, the ministry said, and will keep her home in the north. She is the first engineer to hold the post. Those before her were lawyers, apart from one, who was an admiral.
`;

export const director: SeedStory = {
  key: "director",
  by: "ines",
  section: "politics",
  topics: ["flood-defence"],
  kicker: "Politics",
  headline: "Ministry names engineer as new coast director",
  standfirst:
    "Elspeth Ravn will choose which of seven promised flood schemes comes first. She wants to walk them all.",
  hero: "councilHall",
  text,
  quotes: {
    order: {
      source: "ravn",
      occasion: atTheMinistry,
      verbatim: "I have read the list. I have not yet walked it.",
      evidence: [recording("08:31", "Press conference, our recorder")],
      checkedBy: ["tomas", "Held against the recording"],
    },
    tell: {
      source: "ravn",
      occasion: atTheMinistry,
      verbatim: "That I will not give them a date until it is a date",
      evidence: [recording("21:10", "Press conference, our recorder")],
      checkedBy: ["tomas", "Held against the recording"],
    },
    thorne: {
      source: "thorne",
      occasion: byPhone(-1),
      verbatim:
        "Three directors have told my committee that the gates are somebody else’s to pay for. I should like the fourth to tell us whose.",
      evidence: [notes("Typed while he spoke"), paper("His message, sent after the call to confirm it")],
      checkedBy: ["tomas", "Held against the notes"],
      confirmedBy: ["tomas", "Confirmed by his own message"],
    },
  },
  life: [
    { do: "save", blocks: 3 },
    {
      do: "save",
      name: "As first published",
      text: text.replace("Twenty-five councils", "Twenty-three councils"),
    },
    { do: "send" },
    { do: "approve", by: "tomas" },
    { do: "quote on card", by: "tomas", of: "tell" },
    { do: "publish", by: "tomas", at: [0, "08:40"] },
    { do: "save", name: "Number of councils put right" },
    { do: "send" },
    { do: "approve", by: "tomas" },
    {
      do: "correct",
      by: "tomas",
      at: [0, "10:02"],
      kind: "correction",
      text: "An earlier version of this story said 23 councils would meet in Tidewater on {day 6}. It is 25.",
      was: "Twenty-three councils, which meet in Tidewater on {day 6} to ask her for dates.",
      says: "Twenty-five councils, which meet in Tidewater on {day 6} to ask her for dates.",
    },
    {
      do: "note",
      by: "tomas",
      text: "The clerk rang at 09:30 about the number. Two joined on {day -3}; our list was older than that.",
    },
  ],
};
