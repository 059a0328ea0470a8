import type { SeedStory } from "../plan";
import { byPhone, inPerson, notes, recording } from "../records";

const atTheDesk = inPerson(-5, "Coopers Row library");
const published = `
The most borrowed thing in the library on Coopers Row this year was not a book. It was a yellow oilskin, size large, which went out 61 times and came back 60.

It hangs with eleven others on the hooks where readers used to leave their umbrellas. Each has a pocket sewn inside for the ticket, and a date stamp, and the rule is the same as for a novel: three weeks, and longer if nobody is waiting.

{rain|“People came in out of the rain and then they could not go home,”} said Joan Quill, the head librarian. {rain|“We had the hooks. It seemed a waste.”}

## Shelf by shelf

That was four winters ago. Since then the library has taken in, in this order:

1. oilskins and boots, from the estate of a chandler;
2. a sewing machine, and a second when the queue for the first reached June;
3. fishing rods, which had to be catalogued under sport;
4. a table by the window with a card that says *Talk to me*.

The table was an accident. Sefton Marsh, who fished for 50 years and has read most of what there is on polar exploration, used to sit at it. Somebody asked him a question. Now there is a rota, and it is full on Thursdays.

{table|“I go for the argument,”} he said. {table|“At home I always win.”}

>> rain | We had the hooks. It seemed a waste.

There are no fines on Coopers Row, for oilskins or for anything. Quill stopped them in her first month, on the ground that they cost more in embarrassment than they brought in. In the year after that, returns went up.

## What it costs

Lending has risen by a third while the county’s as a whole fell by a tenth. The library’s budget is what it was. Quill has one colleague, 14 volunteers and a roof that she speaks of as one might of a difficult uncle.

The council will look at opening hours in the spring. Bridie Cole, who sits for the Quays, said she would vote against shortening them. {cole|“It’s the only warm room in my ward that doesn’t ask you to buy something,”} she said.

The sixty-first oilskin was found in July on a bench at Saltby, folded, with the ticket in its pocket. It was two days overdue. Quill let that go.
`;

export const library: SeedStory = {
  key: "library",
  by: "hana",
  section: "culture",
  topics: ["libraries"],
  kicker: "Culture",
  headline: "The library that lends oilskins",
  standfirst:
    "You can borrow a novel on Coopers Row, or a sou’wester, a sewing machine and somebody to talk to.",
  hero: "library",
  text: published,
  quotes: {
    rain: {
      source: "librarian",
      occasion: atTheDesk,
      verbatim:
        "People came in out of the rain and then they could not go home. We had the hooks. It seemed a waste.",
      evidence: [recording("05:55", "At the desk, file 1")],
      checkedBy: ["morwenna", "Held against the recording"],
    },
    table: {
      source: "borrower",
      occasion: inPerson(-5, "the window table, Coopers Row library"),
      verbatim: "I go for the argument. At home I always win.",
      evidence: [notes("Back of a date slip")],
      checkedBy: ["morwenna", "Held against the notes"],
    },
    cole: {
      source: "councillor",
      occasion: byPhone(-4),
      verbatim: "It’s the only warm room in my ward that doesn’t ask you to buy something",
      evidence: [notes("Typed while she spoke")],
    },
    prize: {
      source: "librarian",
      occasion: byPhone(0),
      verbatim: "We shall need another hook",
      evidence: [recording("00:48", "Call under embargo")],
    },
  },
  life: [
    { do: "save", blocks: 3, headline: "Oilskins on loan" },
    { do: "save" },
    { do: "send" },
    { do: "approve", by: "morwenna" },
    { do: "publish", by: "morwenna", at: [-1, "12:00"] },
    {
      do: "save",
      headline: "The library that lends oilskins is named library of the year",
      text: `${published}

## Library of the year

On {day 3} the Guild of Town Libraries named Coopers Row the best of the 140 that it had to choose from. The prize is a certificate in a frame. {prize|“We shall need another hook,”} Quill said.
`,
    },
    { do: "embargo", by: "morwenna", until: [3, "00:01"] },
    {
      do: "note",
      by: "hana",
      text: "The guild told us ahead of time. Nothing of it before {day 3}; readers keep the story as it is until then.",
    },
    { do: "send" },
  ],
  minutesWaiting: 20,
};
