import type { SeedStory } from "../plan";
import { byVideo, inPerson, link, notes, recording, reported } from "../records";

const onTheWall = inPerson(-11, "the sea wall at Oosterhaven");

export const oosterhaven: SeedStory = {
  key: "oosterhaven",
  by: "ines",
  section: "world",
  topics: ["flood-defence"],
  kicker: "World",
  headline: "Two ports, one storm: how Oosterhaven built its wall in eleven months",
  standfirst:
    "It flooded on the same night as Tidewater, and to the same depth. Its new wall opened in September.",
  hero: "northernPort",
  text: `
On the night of the great surge, three winters ago, the water stood 1.1 metres deep in Chandler Street. It stood 1.1 metres deep in Visserskade as well, 180 miles away across the sea, and drowned the same kinds of things: pianos, freezers, a school’s guinea pigs.

!chandlerStreet

Oosterhaven opened its new sea wall in September. It is 1.6 kilometres long, it has two gates, and it took eleven months to build. Tidewater’s has not been started.

I went to ask how. Nobody there thought it a difficult question.

## First, who sweeps it

{sea|“The sea does not wait for a signature,”} said Willemijn Zwart, who holds the town’s seat for water. She said it in Dutch, on top of the wall, and then said it again into the wind for the recorder.

The town settled the upkeep first. Before an engineer was hired, four bodies that share the coast signed two pages. They say who pays for the gates each year, who closes them, and who is rung if that person is ill. The document has 14 signatures. The last is that of the woman who sweeps sand off the steps.

>> easy2 | People are the part that moves.

Only then was anything drawn. {easy|“A wall is easy, it is heavy and it stays where you put it,”} said Rik Daalder, the site engineer, in English. {easy2|“People are the part that moves.”}

## What it cost

- The wall: 41 million euros, four fifths of it from the state.
- The gates: 9 million, shared by the town and the port.
- Keeping them: 380,000 a year, by the two pages, for ever.

It was not all gain. Sixty families on the sea side of the line were bought out and left. A row of limes was felled. The Marram Courier, which sent a reporter in the spring, found a café owner whose view was now {courier|“eleven metres of somebody else’s peace of mind”}.

## Could it be done here

Zwart has met Tidewater’s mayor twice and likes her. She would not be drawn on another country’s ministry. But she walked me to the end of the wall, where a steel plate is let into the stone with the date on which each of the two gates was last closed, and by whom.

The plate has room for 200 years of names. There were three on it.
`,
  quotes: {
    sea: {
      source: "zwart",
      occasion: onTheWall,
      verbatim: "De zee wacht niet op een handtekening.",
      translation: "The sea does not wait for a signature.",
      language: "nl",
      evidence: [recording("09:27", "On the wall, second take")],
      checkedBy: ["runa", "Held against the recording; the translation is right"],
    },
    easy: {
      source: "engineer",
      occasion: byVideo(-8),
      verbatim: "A wall is easy, it is heavy and it stays where you put it",
      evidence: [recording("22:41", "Video call")],
      checkedBy: ["runa", "Held against the recording"],
    },
    easy2: {
      source: "engineer",
      occasion: byVideo(-8),
      verbatim: "People are the part that moves",
      evidence: [notes("Said after the recording had ended; written down at once")],
      checkedBy: ["runa", "Held against the notes"],
    },
    courier: {
      source: "courier",
      occasion: reported(-190, "The Marram Courier"),
      verbatim: "My view is now eleven metres of somebody else’s peace of mind",
      evidence: [
        link("https://marram-courier.example/oosterhaven-wall", "The Courier’s report of the spring"),
      ],
      checkedBy: ["runa", "Held against the Courier’s page"],
    },
  },
  life: [
    { do: "save", blocks: 4 },
    { do: "save", name: "Written on the boat home", blocks: 9 },
    { do: "save" },
    { do: "send" },
    { do: "approve", by: "runa" },
    { do: "publish", by: "tomas", at: [-3, "18:05"] },
  ],
};
