import type { PolicyName } from "@/domain/paper";

/** The Record's policies, in full. Paragraphs are parted by a blank line. */
export const policies: Record<PolicyName, string> = {
  about: `The Tidewater Record has covered Tidewater, Saltby and the Sallow estuary since 1887. We were a broadsheet, then a tabloid, then a weekly that people kept by the stove. We are now six people in two rooms above the chandler’s on Market Square, and we publish every day.

We report on what is decided about this coast and who decides it: the council, the harbour, the courts, the ministry. We also report on the football, the library and the price of a berth, because a town is made of those too.

Every quotation in our pages is tied to a record of who said it, when, and how we know. You can read that record beside the words. If you think we have it wrong, write to us and we will look again: desk@tidewater.example.`,
  corrections: `When we are wrong we say so, in the story, with the date, and in words that tell you what we said and what is true. A correction stays with its story for as long as the story stays. We do not delete corrections and we do not fold them into the text without telling you.

A correction puts right a fact. A clarification mends a sentence that was true and misleading. An update adds what we learnt later. All three are listed together on our corrections page, newest first.

We withdraw a story only when so much of it falls that a correction would not be honest. Its address then says that it was withdrawn, and why.

Tell us about a mistake at corrections@tidewater.example. An editor who did not work on the story reads your message, and you will have an answer within two working days.`,
  "unnamed-sources": `We name the people who speak in our pages. When we do not, it is because the public needs to know something that nobody could say to us under their own name without harm.

Before we publish the words of an unnamed source, four things have to be true. The source knows what they are talking about at first hand. We can tell you enough about them for you to judge that. We can tell you why they are not named. And at least one editor, beside the reporter, knows who they are.

We do not use unnamed sources to attack somebody’s character. We do not write “sources say” when there is one. Names that we have promised to keep are sealed under a key of their own, and each reading of one is logged.`,
  verification: `A quotation in the Record is what somebody said. We cut with an ellipsis, we add with square brackets, and we change nothing else inside the marks but a capital or a comma.

Each quote climbs a ladder. First it is noted. Then evidence is put on file: a recording, notes, a document or a link. Then a second person, who did not take the quote down, holds the words against the evidence. Some are confirmed with the speaker as well. The note beside the words tells you how far that one has climbed.

We do not send our stories to the people in them before publication. We will read their own words back to them if they ask.`,
  ethics: `We take no payment for coverage, and no gift worth more than a cup of tea. Travel is paid by the paper. When one of us has an interest in a story, somebody else writes it.

We ask everybody we criticise for their answer, we give them a fair time to make it, and we print it where you will see it. We do not report the names of children in trouble. We think twice about names in grief, and ask first.

Pictures marked as illustrations are drawn by hand. We do not alter photographs beyond light and crop.`,
  ownership: `The Tidewater Record belongs to the Tidewater Record Trust, which has 412 members. A share costs five pounds, and no member may hold more than one. The trust elects seven trustees every two years. Trustees may not be councillors, officers of the harbour authority, or candidates for either.

The trustees appoint the editor in chief and agree the budget. They do not see stories before publication and may not ask for one to be written, changed or dropped. If they did, we would report it.

In the last financial year 71 per cent of our income came from readers, 22 per cent from notices and advertisements, and 7 per cent from a grant for court reporting.`,
};
