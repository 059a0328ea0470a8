import type { SeedStory } from "../plan";
import { byPhone, inWriting, paper, recording } from "../records";

export const seals: SeedStory = {
  key: "seals",
  by: "joss",
  section: "climate",
  topics: ["wildlife"],
  kicker: "Climate",
  headline: "Seals breed on the Hask bank for the first time in 50 years",
  standfirst: "Nine pups were counted this month on a sandbank that was dredged away in the seventies.",
  hero: "seals",
  text: `
Grey seals have bred on the Hask bank, at the mouth of the Sallow, for the first time in 50 years. Nine pups were counted there this month.

The bank was dredged for gravel in the seventies until it no longer dried at low water. It has been growing back for a decade. {dry|“It dries for two hours now, which is all a pup needs,”} said Mina Harrow, who led the survey for the Sallow Field Station.

## How they were counted

Harrow’s team went out in a rubber boat on three mornings, kept 200 metres off, and counted through a telescope. Where two counts differed they took the lower.

The station’s report, which is published on {day 2}, calls the nine {report|“a minimum, and probably a low one”}.

>> dry | It dries for two hours now, which is all a pup needs.

It asks three things of people with boats:

- keep 200 metres off until the middle of January;
- cut the engine when heads turn;
- leave a pup that is alone, since its mother is not far.

The harbour authority said it had been sent the report and would answer when it had read it. It holds a licence to take gravel from the bank, and has not used it since 1983.
`,
  quotes: {
    dry: {
      source: "seals",
      occasion: byPhone(-2),
      verbatim: "It dries for two hours now, which is all a pup needs",
      evidence: [recording("04:40", "Call under embargo")],
      checkedBy: ["tomas", "Held against the recording"],
    },
    report: {
      source: "marshsurvey",
      occasion: inWriting(-2, "report on the Hask bank, under embargo"),
      verbatim: "The count of nine is a minimum, and probably a low one.",
      evidence: [paper("Report, summary", "1")],
      checkedBy: ["tomas", "Held against the document"],
    },
  },
  life: [
    { do: "embargo", by: "tomas", until: [2, "00:01"] },
    { do: "save", blocks: 4 },
    { do: "save" },
    { do: "send" },
    { do: "approve", by: "tomas" },
    { do: "schedule", by: "tomas", at: [2, "00:01"] },
  ],
  minutesWaiting: 320,
};
