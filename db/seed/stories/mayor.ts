import { budgetAnnex } from "../documents";
import type { SeedStory } from "../plan";
import { byPhone, inPerson, inWriting, notes, onAir, paper, recording, statement } from "../records";

const mayorOnThePhone = byPhone(-2);
const tomasChecked = ["tomas", "Held against the recording"] as const;

export const mayor: SeedStory = {
  key: "mayor",
  by: "ines",
  section: "politics",
  topics: ["flood-defence", "local-government"],
  kicker: "Flood defence",
  headline: "Mayor accuses ministry of ‘running down the clock’ on the harbour wall",
  standfirst:
    "Twenty-five coastal councils will meet on {day 6} to press for the money first promised three winters ago. Officials say a date is “close”; residents say they stopped waiting.",
  hero: "highWater",
  text: `
The mayor of Tidewater has accused the coastal ministry of {clock|“running down the clock”} on the harbour wall, days before the leaders of 25 councils meet to demand a date on which building will begin.

Marta Lindqvist said the ministry had moved the start four times since it promised the money, and that each delay had been announced on a Friday afternoon. {fridays|“I have begun to dread the end of the week,”} she said.

Residents on Chandler Street, who were moved out twice last winter, said they had stopped planning beyond the next spring tide. {papers|“You learn to keep your papers upstairs,”} said Davit Amari, who has lived there since 1988.

!chandlerStreet

## Who pays for the gates

? Is it still 1.4 kilometres? The drawings of October had the wall begin at the chandlery. Ask the harbour office before this goes out.

The wall would run 1.4 kilometres from the east mole to the foot of Gannet Hill, with gates at the two slipways. The ministry has agreed to build it. It has not agreed to look after it.

A senior official with knowledge of the budget said the first part of the money was {signed|“close, but not signed”} and that the delay was over who would pay to maintain the gates.

An annex to this year’s coastal budget, which the ministry published without notice in June, supports that. It lists the Tidewater gates under {annex|“assets for which a maintaining authority is to be determined”}.

>> sandbag | If the ministry comes to the table, we will be ready. If it does not, we will send the bill for every sandbag.

Saltby, across the estuary, is in the same position. {okoro|“We were told to find a partner,”} its leader, Grace Okoro, told Radio Tidewater. {okoro|“We looked around and there was only the sea.”}

## What the councils want

The councils will meet in Tidewater’s council hall at 10:00 on {day 6}. A paper drawn up by their clerk, Jory Penhale, asks for three things:

- a start date for each of the seven schemes that were promised together;
- a maintaining authority, named in writing, before the first stone is laid;
- a fund for homes that flood while they wait.

Penhale said the last of these was new. {penhale|“Nobody put a price on waiting until we did,”} he said.

The ministry rejected the mayor’s account. In a statement it said it remained {committed|“fully committed to a timely delivery”} of the scheme, and pointed to a survey of the sea bed due in the spring.

Asked whether she would accept another survey, Lindqvist laughed. {sandbag|“If the ministry comes to the table, we will be ready. If it does not, we will send the bill for every sandbag.”}
`,
  quotes: {
    clock: {
      source: "lindqvist",
      occasion: mayorOnThePhone,
      verbatim: "What they are doing, and I choose the words, is running down the clock on us",
      evidence: [recording("04:12", "Call of {date -2}, on the news desk’s recorder")],
      checkedBy: tomasChecked,
    },
    fridays: {
      source: "lindqvist",
      occasion: mayorOnThePhone,
      verbatim: "I have begun to dread the end of the week",
      evidence: [recording("06:50", "Call of {date -2}, on the news desk’s recorder")],
      checkedBy: tomasChecked,
    },
    sandbag: {
      source: "lindqvist",
      occasion: mayorOnThePhone,
      verbatim:
        "If the ministry comes to the table, we will be ready. If it does not, we will send the bill for every sandbag.",
      evidence: [recording("11:03", "Call of {date -2}, on the news desk’s recorder")],
      checkedBy: tomasChecked,
    },
    papers: {
      source: "amari",
      occasion: inPerson(-3, "Chandler Street"),
      verbatim: "You learn to keep your papers upstairs",
      evidence: [notes("Blue notebook, p. 9. Said on his stairs, pointing at the tide mark.")],
      checkedBy: ["tomas", "Held against the notes"],
      confirmedBy: ["tomas", "Read back to him by phone"],
    },
    signed: {
      source: "official",
      occasion: byPhone(-2, "", "background"),
      verbatim: "It is close, but not signed",
      statement: "fact",
      evidence: [notes("Sheet kept in the editor’s safe, not in the notebook.")],
      checkedBy: ["tomas", "Held against the notes"],
    },
    annex: {
      source: "annex",
      occasion: inWriting(-160, "annex C to the coastal budget"),
      verbatim: "Tidewater gates (2): assets for which a maintaining authority is to be determined",
      evidence: [paper("Coastal budget, annex C, as downloaded", "14", budgetAnnex)],
      checkedBy: ["tomas", "Held against the document"],
    },
    okoro: {
      source: "okoro",
      occasion: onAir(-1, "Radio Tidewater"),
      verbatim: "We were told to find a partner. We looked around and there was only the sea.",
      evidence: [recording("01:17:40", "Morning Tide, the 07:00 edition")],
      checkedBy: tomasChecked,
    },
    penhale: {
      source: "penhale",
      occasion: byPhone(-1),
      verbatim: "Nobody put a price on waiting until we did",
      evidence: [notes("Shorthand, p. 22")],
    },
    committed: {
      source: "ministry",
      occasion: statement(-4),
      verbatim:
        "The Ministry remains fully committed to a timely delivery of the Tidewater scheme, subject to the findings of a survey of the sea bed which is due in the spring.",
      evidence: [paper("Statement of the press office, as received")],
      checkedBy: ["tomas", "Held against the document"],
    },
  },
  life: [
    {
      do: "assign",
      by: "tomas",
      to: ["ines"],
      dueInHours: 3,
      note: "For tomorrow’s front if the ministry answers.",
    },
    {
      do: "save",
      blocks: 3,
      headline: "Mayor accuses ministry of stalling on the harbour wall",
      standfirst: "",
    },
    { do: "save", blocks: 7, headline: "Mayor accuses ministry of stalling on the harbour wall" },
    { do: "save", name: "Before the ministry’s answer", blocks: 12 },
    { do: "send" },
    {
      do: "send back",
      by: "tomas",
      note: "Get the ministry’s line, and ask the clerk what is new in the paper.",
    },
    { do: "save", blocks: 15 },
    { do: "save", name: "With the ministry’s line" },
    {
      do: "comment",
      by: "tomas",
      on: "the delay was over who would pay to maintain the gates",
      text: "Second source for this? It is the nut of the story.",
      mustResolve: true,
      answers: [
        ["ines", "Budget annex, p. 14. It is on file as a document, and quoted in the next paragraph."],
      ],
    },
    {
      do: "suggest",
      by: "tomas",
      on: "Asked whether she would accept another survey",
      instead: "Asked if she would accept another survey",
      why: "House style.",
    },
    {
      do: "suggest by typing",
      by: "tomas",
      on: "had moved the start four times since it promised the money, and that each delay",
      instead: "had put off the start four times since it promised the money; each delay",
    },
    {
      do: "suggest by typing",
      by: "morwenna",
      on: "I have begun to dread",
      instead: "I have come to dread",
    },
    {
      do: "comment",
      by: "morwenna",
      on: "Asked whether she would accept another survey, Lindqvist laughed.",
      text: "Lovely ending. Leave it.",
      mustResolve: false,
      answers: [],
    },
    {
      do: "note",
      by: "ines",
      text: "The mayor’s office wants to see the figures for sandbags before we print any. I said no, and that we would read back her own words.",
    },
    {
      do: "note",
      by: "tomas",
      text: "Turnstone has to be known to one of us before this goes. I can meet them on {day 1}; Runa if it has to be sooner.",
    },
    { do: "agree", by: "tomas", source: "official", use: "direct" },
    {
      do: "condition",
      by: "ines",
      source: "lindqvist",
      asked: "quote_approval",
      decision: "refused",
      detail: "Her office asked to see the figures and her words before we print any.",
    },
    {
      do: "ask for reply",
      by: "ines",
      source: "ministry",
      whom: "Ministry for the Coast",
      about: "The mayor’s charge of stalling, and annex C",
      how: "phone",
      at: [-4, "11:30"],
      deadline: [-4, "17:00"],
      outcome: "answered",
      answer: "The press office sent a statement at 16:40.",
    },
    {
      do: "ask for reply",
      by: "ines",
      source: "okoro",
      whom: "Saltby Council",
      about: "Whether it was told to find a partner in writing",
      how: "email",
      at: [-1, "15:00"],
      deadline: [1, "12:00"],
      outcome: "waiting",
      answer: "",
    },
    { do: "send" },
  ],
  minutesWaiting: 42,
};
