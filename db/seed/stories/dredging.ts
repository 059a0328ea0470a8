import type { SeedStory } from "../plan";
import { byPhone, inWriting, notes, paper, pressConference, statement } from "../records";

const handedDown = inWriting(-1, "judgment handed down at Marram County Court");

export const dredging: SeedStory = {
  key: "dredging",
  by: "hana",
  section: "harbour",
  topics: ["dredging", "courts"],
  kicker: "Courts",
  headline: "Judge orders release of dredging contracts",
  standfirst:
    "The harbour authority has 28 days to publish six years of agreements that it had called commercial secrets.",
  hero: "harbourCranes",
  text: `
A judge has ordered the Sallow Harbour Authority to publish every contract it has signed for dredging the channel since it took over the work six years ago.

Judge Miriam Calloway gave the authority 28 days. She found that it had withheld the papers {secret|“out of habit rather than from any consideration of the public interest”}.

The case was brought by the Friends of the Sallow, a society of about 300 that meets above the sailmaker’s. Its secretary, Petra Lund, argued it herself. {lund|“We had a jumble sale and I had a library ticket,”} she said outside the court.

## Six years, four million

The authority spends about £700,000 a year on dredging. It had agreed to say so, but not to whom the money goes, nor for how much sand. It told the court that its contractors would not bid again if their terms were known.

The judgment notes that {bid|“no contractor was asked”}.

>> lund | We had a jumble sale and I had a library ticket.

The contracts will show what depth was promised in each year. The pilots, who [say three markers were laid on an old chart](/harbour), have asked for the same figures since the spring.

Owen Strake, the harbour master, said the authority would comply. {strake|“We’ll publish them all on one day, and not in a drip,”} he said.

Two points were not decided:

- whether the drawings that go with the contracts must be published as well;
- who pays Lund’s costs, which she puts at £64.
`,
  quotes: {
    secret: {
      source: "judge",
      occasion: handedDown,
      verbatim:
        "I find that the Authority withheld the documents out of habit rather than from any consideration of the public interest.",
      evidence: [paper("Judgment, paragraph 41", "12")],
      checkedBy: ["tomas", "Held against the document"],
    },
    lund: {
      source: "campaigner",
      occasion: pressConference(-1, "the steps of Marram County Court"),
      verbatim: "We had a jumble sale and I had a library ticket",
      evidence: [notes("Notebook, p. 8")],
      checkedBy: ["tomas", "Held against the notes"],
      confirmedBy: ["tomas", "Confirmed by message"],
    },
    bid: {
      source: "judgment",
      occasion: inWriting(-1, "paragraph 29"),
      verbatim: "It is common ground that no contractor was asked.",
      evidence: [paper("Judgment, paragraph 29", "9")],
      checkedBy: ["tomas", "Held against the document"],
    },
    strake: {
      source: "harbourmaster",
      occasion: byPhone(-1),
      verbatim: "We’ll publish them all on one day, and not in a drip",
      evidence: [notes("Notebook, p. 9"), paper("Written statement, which says the same")],
      checkedBy: ["tomas", "Held against the notes"],
    },
    statement: {
      source: "authority",
      occasion: statement(-1),
      verbatim: "The Authority will study the judgment and comply with it.",
      evidence: [paper("Statement, as received")],
      note: "Not used: the harbour master said more.",
    },
  },
  life: [{ do: "save", blocks: 4 }, { do: "save" }, { do: "send" }, { do: "approve", by: "tomas" }],
  minutesWaiting: 75,
};
