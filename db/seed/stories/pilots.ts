import type { SeedStory } from "../plan";
import { byPhone, inPerson, inWriting, notes, paper, recording, statement } from "../records";

const onTheBoat = inPerson(-2, "aboard the pilot cutter");

export const pilots: SeedStory = {
  key: "pilots",
  by: "tomas",
  section: "harbour",
  topics: ["pilotage", "dredging"],
  kicker: "Harbour",
  headline: "Pilots say new channel markers were placed on last year’s chart",
  standfirst: "Three vessels touched bottom in a week. The harbour authority says it is checking every buoy.",
  hero: "channelMarker",
  text: `
Three vessels have touched bottom in the Sallow channel in a week, and the pilots who brought them in say they know why: the new markers were laid where the deep water was last year.

The channel into Tidewater moves. Every winter the river pushes a shoulder of sand a little further east, and every spring the harbour authority surveys it and shifts the buoys. This autumn it replaced all eleven of them with larger, lit ones. They went into the water between {date -17} and {date -13}.

{chart|“The chart was right. The buoy was not,”} said Captain Lena Hoyt, who has piloted ships into Tidewater for 19 years. She was on the bridge of the coaster *Annelise* when it slid on to sand beside number seven buoy on {day -6}, an hour before high water.

Nobody was hurt. The *Annelise*, with 2,100 tonnes of barley, floated off by itself. So did the sand barge *Merrow* two days later. The third, a trawler, needed a tow.

## Forty metres

The Record compared the positions of the new markers, as the authority announced them to ships, with its own depth soundings of April and of the April before. Eight of the eleven agree with this year’s soundings. Numbers six, seven and eight do not. They stand between 30 and 44 metres west of where the deep water now runs, and within a boat’s length of where it ran last year.

The soundings record a depth beside number seven of {depth|“2.1 m below datum, shoaling”}. Last year it was 4.6.

>> trust | A ship of that size goes where the light is. That is what a light is for.

Idris Pascoe, the other senior pilot, said he had reported the difference to the harbour office by radio on {date -12}, the day after the last buoy was laid. {radio|“They thanked me and asked me to put it in writing … so I put it in writing,”} he said. The Record has seen his message. It was sent at 16:20 that afternoon and names all three buoys.

!harbourCranes

## Until then, by eye

Since {day -5} the pilots have been steering by the church tower and the end of the mole, as they did before there were any lights. They have asked masters to come in by daylight only, which has kept four ships waiting outside.

{trust|“A ship of that size goes where the light is,”} said Hoyt. {trust|“That is what a light is for.”}

What the pilots want, they set out in a letter to the authority:

1. the three buoys moved before the spring tides;
2. a notice to ships today, and not after the inquiry;
3. the survey and the laying checked by two people who are not the same two people.

The Sallow Harbour Authority did not dispute the positions. In a statement it said it was {authority|“checking the position of every buoy against the current survey”} and would move any that were wrong {authority|“at the first suitable tide”}. It did not answer when asked which chart its contractor had been given.

The first suitable tide, according to the pilots, is at 11:40 tomorrow.
`,
  quotes: {
    chart: {
      source: "hoyt",
      occasion: onTheBoat,
      verbatim: "The chart was right. The buoy was not.",
      evidence: [recording("12:05", "Aboard the cutter, file 3")],
      checkedBy: ["morwenna", "Held against the recording"],
    },
    trust: {
      source: "hoyt",
      occasion: onTheBoat,
      verbatim: "A ship of that size goes where the light is. That is what a light is for.",
      evidence: [recording("14:48", "Aboard the cutter, file 3")],
      checkedBy: ["morwenna", "Held against the recording"],
      confirmedBy: ["morwenna", "Confirmed by phone"],
    },
    radio: {
      source: "pascoe",
      occasion: byPhone(-1),
      verbatim:
        "They thanked me and asked me to put it in writing, which I was going to do anyway, so I put it in writing",
      evidence: [notes("Shorthand, p. 3"), paper("His message of 16:20, as a picture of the screen")],
      checkedBy: ["morwenna", "Held against the notes and his message"],
    },
    depth: {
      source: "gauge",
      occasion: inWriting(-200, "soundings of the Sallow channel, April"),
      verbatim: "Buoy 7: 2.1 m below datum, shoaling",
      evidence: [paper("Soundings, April, sheet 4", "4")],
      checkedBy: ["morwenna", "Held against the document"],
    },
    authority: {
      source: "authority",
      occasion: statement(-1),
      verbatim:
        "The Authority is checking the position of every buoy against the current survey and will move any that are found to be out of place at the first suitable tide.",
      evidence: [paper("Statement by e-mail, as received")],
      checkedBy: ["morwenna", "Held against the document"],
    },
  },
  life: [
    { do: "save", blocks: 4, headline: "Three vessels aground in a week" },
    { do: "save", name: "After the soundings", blocks: 9 },
    { do: "save" },
    { do: "send" },
    {
      do: "comment",
      by: "morwenna",
      on: "within a boat’s length of where it ran last year",
      text: "Whose boat? I would give it in metres if we have them.",
      mustResolve: true,
      answers: [
        ["tomas", "The metres are in the sentence before. This is for readers who do not think in them."],
      ],
      resolvedBy: "morwenna",
    },
    { do: "approve", by: "morwenna" },
    { do: "publish", by: "runa", at: [0, "09:15"] },
  ],
  replies: [
    {
      name: "Wilf Trenery",
      email: "wilf@marram-post.example",
      text: "Forty years on the tugs and I never saw a buoy laid without the pilot aboard. When did that stop?",
      state: "shown",
      minutesAgo: 95,
      answer: {
        by: "tomas",
        text: "We have asked the harbour authority when the rule changed and for the paper that says so. We will write what they answer.",
        minutesAgo: 70,
      },
    },
    {
      name: "K. Abara",
      email: "k.abara@saltby-mail.example",
      text: "My brother is on one of the four ships waiting. They have been told nothing. Thank you for this.",
      state: "shown",
      minutesAgo: 61,
    },
    {
      name: "Sailor",
      email: "mm@quick-letters.example",
      text: "The contractor is the same firm that did the slipway. Worth asking how they won both?",
      state: "held",
      minutesAgo: 18,
    },
  ],
};
