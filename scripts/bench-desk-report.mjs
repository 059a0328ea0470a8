const ms = (value) => (value === undefined ? "–" : value >= 100 ? value.toFixed(0) : value.toFixed(1));
const row = (...cells) => `| ${cells.join(" | ")} |`;
const table = (head, rows) =>
  [row(...head), row(...head.map(() => "---")), ...rows.map((cells) => row(...cells))].join("\n");
const met = (value, bound) => (value <= bound ? "yes" : "no");

/** What was measured on the writing desk, as a page of Markdown with the conditions it holds under. */
export function report({ large, huge, saving, together, paging, conditions, day }) {
  const { processor, cores, system, node, loadBefore, loadAfter, editors, revisions, pace } = conditions;
  const bounds = [
    [
      "20,000 words and 200 quotes: key to paint, p95",
      `${ms(large.painted.p95)} ms`,
      "50 ms",
      met(large.painted.p95, 50),
    ],
    [
      "20,000 words and 200 quotes: opening, slowest",
      `${ms(large.opened.most)} ms`,
      "2 s",
      met(large.opened.most, 2_000),
    ],
    ["100,000 words: key to paint, p95", `${ms(huge.painted.p95)} ms`, "50 ms", met(huge.painted.p95, 50)],
    ["100,000 words: opening, slowest", `${ms(huge.opened.most)} ms`, "3 s", met(huge.opened.most, 3_000)],
    [
      "100,000 words: a save from the page, slowest",
      `${ms(huge.saves.most)} ms`,
      "1 s",
      met(huge.saves.most, 1_000),
    ],
    ["1,000 words: a save, there and back, p99", `${ms(saving.p99)} ms`, "50 ms", met(saving.p99, 50)],
    [
      `${editors} editors saving at once, ${together.rounds} times: errors`,
      together.errors.length,
      "0",
      met(together.errors.length, 0),
    ],
    [
      `History of ${revisions} revisions: slowest page`,
      `${ms(paging.most)} ms`,
      "1 s",
      met(paging.most, 1_000),
    ],
  ];
  const pages = Object.entries({ "20,000 words, 200 quotes": large, "100,000 words, 200 quotes": huge });
  return `# How fast the writing desk is

Written by \`npm run bench:desk\` on ${day}: the production build, the embedded database, Chromium, all on one machine.

- ${processor}, ${cores} cores; ${system}; Node ${node}.
- Load of the machine before: ${loadBefore.toFixed(2)}, after: ${loadAfter.toFixed(2)}; work of others ran beside it when the load before is well above 0.

## What is promised

${table(["", "measured", "promised", "met"], bounds)}

## Typing

A key every ${pace} ms, in the middle of the story, while it is saved and its quotations are read beside. From the key (the browser's own time of it) to the first task after the frame that shows its letter. In brackets the browser's own event timing, which counts in steps of 8 ms and tells nothing below 16.

${table(
  ["story", "keys", "p50 ms", "p95 ms", "p99 ms", "slowest", "tasks over 50 ms", "longest"],
  pages.map(([name, { painted, events, long }]) => [
    name,
    painted.count,
    ms(painted.p50),
    `${ms(painted.p95)} (${events.p95})`,
    `${ms(painted.p99)} (${events.p99})`,
    ms(painted.most),
    long.count,
    ms(long.most),
  ]),
)}

## Opening

From going there to the frame that shows the text, ready to be written in. Scripts come from the browser's cache.

${table(
  ["story", "times", "p50 ms", "slowest ms"],
  pages.map(([name, { opened }]) => [name, opened.count, ms(opened.p50), ms(opened.most)]),
)}

## Saving

${table(
  ["", "saves", "p50 ms", "p95 ms", "p99 ms", "slowest"],
  [
    ["1,000 words, one after another", saving],
    [`1,000 words, ${editors} editors at the same moment`, together],
    ["20,000 words, from the page while typing", large.saves],
    ["100,000 words, from the page while typing", huge.saves],
  ].map(([name, found]) => [name, found.count, ms(found.p50), ms(found.p95), ms(found.p99), ms(found.most)]),
)}
${together.errors.length > 0 ? `\nErrors: ${[...new Set(together.errors)].slice(0, 5).join("; ")}\n` : ""}
## History

${paging.pages} pages for ${revisions} revisions, the difference between two texts on each: p50 ${ms(paging.p50)} ms, slowest ${ms(paging.most)} ms.
`;
}
