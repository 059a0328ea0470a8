import type { SeedStory } from "../plan";
import { inPerson, notes, recording } from "../records";

const onQuayLane = inPerson(-7, "Quay Lane");

export const netMenders: SeedStory = {
  key: "net-menders",
  by: "hana",
  section: "culture",
  topics: ["work"],
  kicker: "Culture",
  headline: "The last net-menders of Quay Lane",
  standfirst: "There were forty of them once. There are two, and one of them is learning.",
  hero: "netMenders",
  text: `
Hester Vane ties a knot in about the time it takes to say so. She is 78. By her own reckoning she has tied eleven million of them, and the hole in front of her is the size of a dinner plate.

{seal|“That’s a seal,”} she said. {seal|“A shark goes through like a letter through a door. A seal takes it personally.”}

Quay Lane had forty menders when she began, at fifteen, in the shed where she sits now. They worked outside in any weather that would dry a net, and the lane was so full of twine that the postman came by boat. When nylon arrived it lasted longer, and there were twenty. Then it was cheaper to throw a net away, and there were six.

Now there are two. The other is Tobias Ferrow, who is 24 and came to Tidewater to write a thesis about her.

## The needle

{thesis|“I thought I would watch for a fortnight,”} he said. {thesis|“On the third day she handed me a needle and told me to sit up.”}

That was two years ago. The thesis has been put off. His knots are slower than hers and, she allows, tighter.

>> seal | A shark goes through like a letter through a door. A seal takes it personally.

What they mend has changed. A third of it still goes to sea. The rest is goal nets, fruit nets, a net for the trapeze school at Marram, and one summer four hundred yards for a film in which it is seen for two seconds.

## Counting

The boats pay by the hole, as they always have:

- a small one, the width of a hand, is £1.50;
- a plate, such as this, is £4;
- for a door, one talks about it first.

Ferrow has been offered a post at a university, and has until the new year to answer. Vane has not asked him what he will say. She has, he noticed, begun to leave the far end of each net to him, which is where the wear is.

{hands|“I’m not teaching him nets,”} she said, when he had gone in to put the kettle on. {hands|“I’m teaching him to stop when it’s done.”}

She held the mesh up against the light, pulled it square, and looked through it at the sea.
`,
  quotes: {
    seal: {
      source: "mender",
      occasion: onQuayLane,
      verbatim:
        "That’s a seal. A shark goes through like a letter through a door. A seal takes it personally.",
      evidence: [recording("03:02", "Quay Lane, file 1")],
      checkedBy: ["morwenna", "Held against the recording"],
    },
    thesis: {
      source: "apprentice",
      occasion: onQuayLane,
      verbatim:
        "I thought I would watch for a fortnight. On the third day she handed me a needle and told me to sit up.",
      evidence: [recording("15:48", "Quay Lane, file 1")],
      checkedBy: ["morwenna", "Held against the recording"],
    },
    hands: {
      source: "mender",
      occasion: onQuayLane,
      verbatim: "I’m not teaching him nets. I’m teaching him to stop when it’s done.",
      evidence: [recording("41:15", "Quay Lane, file 2"), notes("Notebook, p. 66")],
      checkedBy: ["morwenna", "Held against the recording"],
      confirmedBy: ["morwenna", "Read back to her; she would not have a word changed"],
    },
  },
  life: [
    { do: "save", blocks: 3, headline: "Eleven million knots" },
    { do: "save", name: "Before the cut", blocks: 12 },
    { do: "save" },
    { do: "send" },
    { do: "send back", by: "morwenna", note: "It ends twice. Choose the second one." },
    { do: "save", standfirst: "There were forty of them once. There are two, and one of them is learning" },
    { do: "save" },
    { do: "send" },
    { do: "approve", by: "morwenna" },
    { do: "schedule", by: "morwenna", at: [1, "06:00"] },
  ],
  minutesWaiting: 190,
};
