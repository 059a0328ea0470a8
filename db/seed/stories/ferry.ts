import type { SeedStory } from "../plan";
import { byEmail, byPhone, inPerson, notes, paper, recording } from "../records";

const onTheBoat = inPerson(-4, "aboard the 23:30 to Saltby");
const published = `
The night ferry to Saltby, which was to stop at the end of the year, will run until the spring.

The Sallow Line began the trial in April with four crossings between 22:00 and 05:00. It had hoped for 60 passengers a night. In October it carried 83, half of them going to or from the infirmary.

Those who use it say that the number understates it, because so many of them did not travel before. There was no way to. The last day boat leaves Saltby at 19:10, and the road round the head of the estuary is 34 miles.

{asleep|“Before this boat I slept in the linen room,”} said Anwen Lisle, a night nurse, on the 23:30 on {day -4}. {asleep|“I am not the only one who did.”}

## Who travels

The company counted its passengers in the first week of the month. Of every ten:

- five work at the infirmary or were visiting somebody there;
- three clean or bake, in one town for the other;
- one was going home from an evening out;
- one would not say.

>> asleep | Before this boat I slept in the linen room.

The trial costs about £9,400 a week and takes £6,100 in fares. The council, which pays the difference, agreed on {day -3} to go on doing so until the last Sunday in March. The vote was eleven to four.

Bridie Cole, who sits for the Quays, proposed it. {cole|“We keep the street lamps on at three in the morning and nobody asks what they earn,”} she told the Record afterwards.

Ruth Bassey, the company’s operations manager, said by e-mail that a decision on a permanent boat would need {bassey|“a vessel of its own and a crew of its own”}. The *Sallow Maid*, which does both the day and the night, is 31 years old.

Nobody spoke against the boat. Those who voted no wanted the infirmary to pay a share, and Cole said that she would ask it to. A reply is expected before the spring.

The fare stays at £3.20. Bicycles go free after midnight, as they have since the crew stopped asking.
`;

export const ferry: SeedStory = {
  key: "ferry",
  by: "joss",
  section: "harbour",
  topics: ["ferries"],
  kicker: "Harbour",
  headline: "Night ferry trial extended to spring",
  standfirst:
    "Councillors voted eleven to four to go on paying for the boat that takes the night shift home.",
  hero: "nightFerry",
  text: published,
  quotes: {
    asleep: {
      source: "nurse",
      occasion: onTheBoat,
      verbatim: "Before this boat I slept in the linen room. I am not the only one who did.",
      evidence: [recording("02:14", "Telephone recording, engine noise")],
      checkedBy: ["tomas", "Held against the recording"],
    },
    cole: {
      source: "councillor",
      occasion: byPhone(-3),
      verbatim: "We keep the street lamps on at three in the morning and nobody asks what they earn",
      evidence: [notes("Shorthand, p. 40")],
      checkedBy: ["tomas", "Held against the notes"],
    },
    bassey: {
      source: "basseyTwice",
      occasion: byEmail(-3),
      verbatim: "A permanent service would need a vessel of its own and a crew of its own.",
      evidence: [paper("Her e-mail, printed")],
      checkedBy: ["tomas", "Held against the document"],
    },
  },
  life: [
    { do: "save", blocks: 3 },
    { do: "save" },
    { do: "merge", by: "tomas", from: "basseyTwice", into: "bassey" },
    { do: "send" },
    { do: "approve", by: "tomas" },
    { do: "publish", by: "tomas", at: [-2, "17:20"] },
    {
      do: "assign",
      by: "tomas",
      to: ["joss"],
      dueInHours: 8,
      note: "Bring it up to date with the second crew. The rosters story changes how this one reads.",
    },
    {
      do: "save",
      text: `${published}

## A second crew

After the Record reported that crews had worked 19-hour days, the company said a second night crew would start on {date 7}. “It was always our intention to bring one in for the winter,” it said on its own page.

A notice at the Saltby slip puts it otherwise. “Owing to public interest, a second crew has been found,” it reads.
`,
    },
  ],
  minutesWaiting: 130,
};
