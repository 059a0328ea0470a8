import type { SeedStory } from "../plan";
import { inPerson, link, notes, posted, pressConference, recording } from "../records";

const afterTheMatch = pressConference(-1, "the Beacon");

export const football: SeedStory = {
  key: "football",
  by: "joss",
  section: "sport",
  topics: ["football"],
  kicker: "Football",
  headline: "Ten of Athletic hold out on the hill",
  standfirst:
    "Tidewater Athletic 2, Saltby Town 1. A captain in goal, a gale in her face and 40 minutes to play.",
  hero: "footballGround",
  text: `
**Tidewater Athletic 2, Saltby Town 1**

For the last 40 minutes of the derby Tidewater’s goalkeeper was their captain, who had never kept goal. She let in one. It was enough, by one.

Leila Brand took the gloves on 50 minutes, when Kit Sorrel was sent off for a challenge on the edge of the box that even the Beacon’s own end did not dispute. Athletic, two up and with their substitutes used, drew lots. {straw|“I got the short straw, and then I got the long shirt,”} said Brand, who stands five foot two.

## The wind’s half

The ground lies 90 metres above the sea and has no end stand. Whoever wins the toss on a night like {day -1} plays with the gale at their back and hopes. Brand won it.

Ada Finch scored the first after nine minutes with a corner that nobody touched. The second, by Jo Marchetti, was a shot from 30 yards that rose, thought better of it and came down behind the keeper.

### The other half

Saltby had the wind after the break and everything else. Brand saved the first shot she faced with her shins. She caught the second, a cross, at full stretch and looked at it for some time, as one does at a fish. The third she punched over a defender, the bar and the fence, and a boy was sent down the hill to look for the ball.

They came again down the left, where Marchetti, who is a winger, was doing what she could as a full back. Saltby struck the bar twice. They had one disallowed. When Sunniva Rask did score, from a yard, there were eleven minutes left and most of the 640 present had stopped looking.

>> straw | I got the short straw, and then I got the long shirt.

Dom Achterberg, Athletic’s manager, said he had thought of taking a defender’s place himself. {knees|“Then I remembered [my] knees, and the rules,”} he said.

The visitors took it well. {saltby|“Beaten by ten women and a weather front. See you in April,”} the club posted before the coach had left the car park.

## What it means

- Athletic are fourth, two points behind Marram with a game in hand.
- Sorrel will miss the trip to Wick on {day 6}.
- Brand has asked to keep the gloves, to hang up.
`,
  quotes: {
    straw: {
      source: "captain",
      occasion: inPerson(-1, "the touchline, the Beacon"),
      verbatim: "I got the short straw, and then I got the long shirt",
      evidence: [recording("00:31", "Touchline")],
      checkedBy: ["morwenna", "Held against the recording"],
    },
    knees: {
      source: "manager",
      occasion: afterTheMatch,
      verbatim: "Then I remembered me knees, and the rules",
      evidence: [notes("Shorthand, back of the team sheet")],
      checkedBy: ["morwenna", "Held against the notes"],
    },
    saltby: {
      source: "saltbyclub",
      occasion: posted(-1, "Murmur"),
      verbatim: "Beaten by ten women and a weather front. See you in April.",
      evidence: [link("https://murmur.example/@saltbytown/20417", "The club’s post")],
      checkedBy: ["morwenna", "Held against the post"],
    },
  },
  life: [
    { do: "save" },
    { do: "send" },
    { do: "approve", by: "morwenna" },
    { do: "publish", by: "morwenna", at: [-1, "22:10"] },
  ],
};
