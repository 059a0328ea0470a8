import type { SeedStory } from "../plan";
import { byEmail, byPhone, inPerson, inWriting, notes, paper, recording } from "../records";

const withTheDeckhand = inPerson(-9, "", "background");

export const rosters: SeedStory = {
  key: "rosters",
  by: "ines",
  section: "harbour",
  topics: ["ferries", "work"],
  kicker: "Ferries",
  headline: "Night ferry crews worked 19-hour days, rosters show",
  standfirst:
    "Papers seen by the Record list 31 shifts over the limit in October. The company calls it a fault of the form.",
  hero: "harbourCranes",
  text: `
Deckhands on the night ferry to Saltby worked for as long as 19 hours at a stretch in October, according to rosters that the Record has seen.

The rosters cover the whole month and both crews. They show 31 shifts longer than the 14 hours that the law allows in any day, and nine with less than six hours of rest before the next.

A deckhand who worked the night crossings in October said the hours on paper were, if anything, too few. {counting|“You stop counting after the fourth crossing,”} they said. {counting|“You look at the light on the mole and you could not say whether you are going or coming.”}

## How the day grew

The night boat began as a trial in the spring: four crossings between 22:00 and 05:00, with a crew of its own. When the second crew was cut in September, the day crew began to be rostered for both.

On paper the day and the night are two employers, the ferry company and a firm that it owns. Each roster, taken by itself, is within the limit. The deckhand laid them side by side and read across.

>> counting | You look at the light on the mole and you could not say whether you are going or coming.

The form has a box for rest. In 22 of the 31 cases it holds the same two words, in the same hand: {box|“as agreed”}.

Callum Dray of the Seafarers’ Association said he had never met anybody who had agreed. {dray|“A man who has been up for 19 hours [cannot] agree to anything,”} he said. {dray2|“We would not let him sign for a parcel.”}

## The company’s answer

The Sallow Line was given the rosters’ dates and totals on {date -8}. Ruth Bassey, its operations manager, said in an e-mail that {bassey|“no crossing was made by a crew unfit to make it”} and that the overlap was a fault of the form, which counts the time a crew spends asleep on board.

The Record asked whether a bunk on a moving ferry counts as rest. The rules say that it does if the rest is unbroken. There are four crossings a night, and the crew ties up at each.

Bassey said a second night crew would start on {date 7}. She had not been asked for that.

## How we did this

The rosters were shown to us by somebody who was entitled to have them. We checked them against the times at which the ferry passed the mole, which anybody can see, and against one deckhand’s own log. They agreed on all but two nights, which we have left out.

We are not naming the deckhand, who fears for their job. Two editors know who they are.
`,
  quotes: {
    counting: {
      source: "deckhand",
      occasion: withTheDeckhand,
      verbatim:
        "You stop counting after the fourth crossing. You look at the light on the mole and you could not say whether you are going or coming.",
      statement: "fact",
      evidence: [notes("Notes sealed in the safe, envelope 7")],
      checkedBy: ["tomas", "Held against the notes in envelope 7"],
    },
    box: {
      source: "rosters",
      occasion: inWriting(-22, "crew rosters of the Sallow Line"),
      verbatim: "Rest: as agreed",
      evidence: [paper("Rosters, October, both crews", "2–17")],
      checkedBy: ["tomas", "Held against the document"],
    },
    dray: {
      source: "union",
      occasion: byPhone(-7),
      verbatim: "A man who has been up for 19 hours can’t agree to anything",
      evidence: [recording("03:40", "Call of that day")],
      checkedBy: ["tomas", "Held against the recording"],
    },
    dray2: {
      source: "union",
      occasion: byPhone(-6),
      verbatim: "We would not let him sign for a parcel",
      evidence: [notes("He rang back to add this.")],
    },
    bassey: {
      source: "bassey",
      occasion: byEmail(-5),
      verbatim:
        "No crossing was made by a crew unfit to make it, and no member of staff has told us otherwise.",
      evidence: [paper("Her e-mail, printed")],
      checkedBy: ["tomas", "Held against the document"],
    },
  },
  life: [
    { do: "save", blocks: 4 },
    { do: "save", name: "Before the company’s answer", blocks: 11 },
    { do: "save" },
    { do: "vouch", by: "tomas", source: "deckhand", how: "met_the_source" },
    { do: "vouch", by: "runa", source: "deckhand", how: "told_in_person" },
    { do: "weigh", by: "ines", source: "rosters", weight: "central" },
    { do: "weigh", by: "ines", source: "deckhand", weight: "supporting" },
    { do: "agree", by: "tomas", source: "deckhand", use: "direct" },
    {
      do: "ask for reply",
      by: "ines",
      source: "bassey",
      whom: "Sallow Line",
      about: "31 shifts over the limit in October, with dates and totals",
      how: "email",
      at: [-8, "10:15"],
      deadline: [-5, "17:00"],
      outcome: "answered",
      answer: "Ruth Bassey, by e-mail: no crossing was made by a crew unfit to make it; a fault of the form.",
    },
    {
      do: "note",
      by: "ines",
      text: "Their log is a child’s exercise book. Do not describe it in the story: a colleague would know it.",
    },
    { do: "send" },
    {
      do: "comment",
      by: "tomas",
      on: "somebody who was entitled to have them",
      text: "As much as we can say. Lawyer content.",
      mustResolve: false,
      answers: [],
      resolvedBy: "tomas",
    },
    { do: "approve", by: "tomas" },
    { do: "publish", by: "runa", at: [-3, "06:30"] },
    {
      do: "dispute",
      by: "tomas",
      quote: "dray2",
      why: "His association rang: he says that he spoke of a crew on another line. There are notes of the call and no recording.",
    },
  ],
  replies: [
    {
      name: "Anwen L.",
      email: "anwen@saltby-mail.example",
      text: "I take that boat home from the infirmary four nights a week. They are always kind. I had no idea.",
      state: "shown",
      minutesAgo: 3_900,
    },
    {
      name: "A passenger",
      email: "pass@quick-letters.example",
      text: "Everybody knows which deckhand this is.",
      state: "refused",
      minutesAgo: 3_850,
    },
    {
      name: "Harriet Pell",
      email: "h.pell@marram-post.example",
      text: "Will you ask the inspector why nobody laid the two rosters side by side before?",
      state: "held",
      minutesAgo: 240,
    },
  ],
};
