import { marshSurvey } from "../documents";
import type { SeedStory } from "../plan";
import { inPerson, inWriting, notes, paper, recording } from "../records";

const inTheMud = inPerson(-6, "the Sallow marsh");

export const marsh: SeedStory = {
  key: "marsh",
  by: "joss",
  section: "climate",
  topics: ["salt-marsh", "wildlife"],
  kicker: "Climate",
  headline: "Salt marsh returns faster than modelled",
  standfirst:
    "Five years after the sea was let back in, the ground is 20 centimetres higher and full of samphire.",
  hero: "saltMarsh",
  text: `
The sea was let back on to the Sallow marsh five years ago this week, through a gap in the old bank 60 metres wide. Those who cut it expected mud for a decade. There is samphire on it already, and this autumn there were egrets.

Dr Ola Brandt of the Sallow Field Station has measured the ground twice a year since then, at 140 canes pushed into the silt. It has risen by 20.4 centimetres on average. The model that was used to win the argument gave it nine.

{mud|“Mud is patient. We were not,”} she said, standing in it. {mud|“We wanted a result for the annual report and it wanted a few big tides.”}

## Where it comes from

The silt is brought by the river and laid down at slack water, a skin at a time. Once the first plants take, they comb more of it out of each tide. The station’s survey gives the gain along the creeks, where the samphire came first, as {survey|“27 cm, sd 4, n = 38”}.

That matters to people who will never walk there. A wave that crosses 100 metres of marsh loses about half its height before it meets a wall. The houses on Fenner’s Lane, behind the old bank, flooded in both of the winters before the gap was cut. They have been dry since.

>> mud | Mud is patient. We were not.

## What was lost

Eleven hectares of grazing went under, and not everybody has forgiven it. Peter Hollow’s family had kept cattle on the level for four generations. {cattle|“They paid me fairly … and I would give it back tomorrow for the sound of them coming down the bank,”} he said.

He was paid again this year, for carrying the station’s canes out on his tractor. He has strong views on where they ought to go, and Brandt said that he was usually right.

## What comes next

- A second gap, half a mile upstream, is drawn and has no money.
- The station will count seeds this winter, to see what the marsh can plant by itself.
- The boardwalk from Fenner’s Lane [opens at weekends](/climate) until the wigeon come.

Asked what the model had missed, Brandt thought for some time. {worms|“Worms,”} she said. {worms|“Nobody had put in the worms.”}

@ https://www.youtube.com/watch?v=aqz-KE-bpKQ | A film to try the player with: it is by the Blender Foundation, and has nothing to do with the marsh
`,
  quotes: {
    mud: {
      source: "brandt",
      occasion: inTheMud,
      verbatim:
        "Mud is patient. We were not. We wanted a result for the annual report and it wanted a few big tides.",
      evidence: [recording("17:20", "On the marsh, wind")],
      checkedBy: ["tomas", "Held against the recording"],
    },
    survey: {
      source: "marshsurvey",
      occasion: inWriting(-20, "survey of the marsh, autumn round"),
      verbatim: "Creek margins: 27 cm, sd 4, n = 38",
      evidence: [paper("Survey, autumn round, table 2", "6", marshSurvey)],
      checkedBy: ["tomas", "Held against the document"],
    },
    cattle: {
      source: "grazier",
      occasion: inPerson(-5, "Level Farm"),
      verbatim:
        "They paid me fairly, I won’t say they didn’t, and I would give it back tomorrow for the sound of them coming down the bank",
      evidence: [notes("Notebook, p. 51")],
      checkedBy: ["tomas", "Held against the notes"],
      confirmedBy: ["tomas", "Read back to him"],
    },
    worms: {
      source: "brandt",
      occasion: inTheMud,
      verbatim: "Worms. Nobody had put in the worms.",
      evidence: [recording("31:02", "On the marsh, wind")],
      checkedBy: ["tomas", "Held against the recording"],
    },
  },
  life: [
    { do: "save", blocks: 5 },
    { do: "save" },
    { do: "send" },
    { do: "approve", by: "tomas" },
    { do: "publish", by: "tomas", at: [-2, "06:00"] },
    { do: "publish document", by: "tomas", of: "survey" },
  ],
};
