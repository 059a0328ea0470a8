import type { SeedStory } from "../plan";
import { notes, paper, statement } from "../records";

export const lake: SeedStory = {
  key: "lake",
  by: "joss",
  section: "climate",
  topics: ["wildlife"],
  kicker: "Climate",
  headline: "Bathing lake closed after blue-green algae found",
  standfirst: "Samples from Fenner’s Dune show levels ten times those at which bathers are warned.",
  hero: "swimmingLake",
  text: `
The bathing lake at Fenner’s Dune was closed on {day -4} after tests of its water found blue-green algae at ten times the level at which bathers are warned.

Marram Environmental Health put up tape and a notice at both gates. {lakes|“Nobody should swim, paddle or let a dog drink,”} it said in a statement.

The lake, behind the dunes to the north of the town, is used all the year round by a club of about 90. Algae of this kind can bloom in cold months after a mild autumn, and may cause rashes and sickness.

## What to do

- Keep dogs on a lead between the two gates.
- Wash with fresh water if you have been in since {date -9}.
- Ring the health line if you feel ill.

The club had planned its winter gala for {day 5}. It said that it would go to the old slip instead if the harbour authority allowed, and would otherwise hold the tea without the swim.

The department will test again in a week. Until then it asks that anybody who sees a green or blue scum on other still water ring it, keep away, and take a picture if that can be done from the bank.
`,
  quotes: {
    lakes: {
      source: "lakes",
      occasion: statement(-4),
      verbatim: "Until further notice nobody should swim, paddle or let a dog drink.",
      evidence: [paper("Statement, as received"), notes("Read out by phone at 15:10")],
      checkedBy: ["tomas", "Held against the document"],
    },
  },
  life: [
    { do: "save" },
    { do: "send" },
    { do: "approve", by: "tomas" },
    { do: "publish", by: "tomas", at: [-4, "16:45"] },
    {
      do: "withdraw",
      by: "runa",
      at: [-3, "11:30"],
      note: "The department rang: the laboratory mixed up two sets of bottles. The algae are in the reservoir at Wick. Nothing in the story stands.",
      readersNote:
        "We reported that the bathing lake at Fenner’s Dune had been closed because of algae. The laboratory has since told the council that the samples were another lake’s. The bathing lake is open, and the story was wrong.",
    },
  ],
};
