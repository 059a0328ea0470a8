const ms = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));
const share = (part, whole) => (whole ? (part / whole).toFixed(2) : "–");
const row = (...cells) => `| ${cells.join(" | ")} |`;
const table = (head, rows) =>
  [row(...head), row(...head.map(() => "---")), ...rows.map((cells) => row(...cells))].join("\n");

const pages = ["story", "front", "section", "search"];

function fromMemory({ cached, nginx }) {
  const rows = pages.flatMap((page) =>
    Object.entries(cached[page]).map(([connections, found]) => [
      page,
      connections,
      Math.round(found.perSecond),
      ms(found.p50),
      ms(found.p99),
      share(found.perSecond, nginx?.[connections]?.perSecond),
    ]),
  );
  const ofNginx = Object.entries(nginx ?? {}).map(([connections, found]) => [
    "nginx, the story as a file",
    connections,
    Math.round(found.perSecond),
    ms(found.p50),
    ms(found.p99),
    "1.00",
  ]);
  return table(["page", "connections", "requests/s", "p50 ms", "p99 ms", "of nginx"], [...rows, ...ofNginx]);
}

function madeAnew(measured) {
  const rows = pages.map((page) => [
    page,
    ...measured.flatMap(({ uncached }) => [ms(uncached[page].p50), ms(uncached[page].p99)]),
    share(measured.at(-1).uncached[page].p50, measured[0].uncached[page].p50),
  ]);
  const head = measured.flatMap(({ count }) => [`p50 ms at ${count}`, `p99 ms at ${count}`]);
  return table(["page", ...head, "last to first"], rows);
}

function searching(measured) {
  const words = Object.keys(measured[0].search);
  const rows = words.map((each) => [
    `\`${each}\``,
    ...measured.flatMap(({ search }) => [ms(search[each].p50), ms(search[each].p99)]),
  ]);
  const head = measured.flatMap(({ count }) => [`p50 ms at ${count}`, `p99 ms at ${count}`]);
  return table(["words", ...head], rows);
}

function changing({ republished, figures, stale, looks }, nginx) {
  const ofNginx = share(republished.perSecond, nginx?.["16"]?.perSecond);
  const both = (page) => [ms(figures[`${page} of both`].p50), ms(figures[`${page} of both`].p99)];
  return [
    table(
      ["", "p50 ms", "p99 ms"],
      [
        ["the command has answered", ms(figures.answered.p50), ms(figures.answered.p99)],
        ["a reader has seen the story", ms(figures.story.p50), ms(figures.story.p99)],
        ["a reader has seen the front page", ms(figures.front.p50), ms(figures.front.p99)],
        ["asked for at the same moment: the story", ...both("story")],
        ["asked for at the same moment: the front page", ...both("front")],
      ],
    ),
    `Stale looks after a command had answered: ${stale} of ${looks}.`,
    `The story at 16 connections while it is published again twice a second: ${Math.round(republished.perSecond)} requests/s, ${ofNginx} of nginx, p99 ${ms(republished.p99)} ms.`,
  ].join("\n\n");
}

function coldly(cold) {
  const rows = Object.entries(cold).map(([path, bytes]) => [`\`${path}\``, bytes]);
  const all = Object.values(cold).reduce((sum, bytes) => sum + bytes, 0);
  return table(["fetched", "bytes, brotli"], [...rows, [`${rows.length} requests`, all]]);
}

function seenBy(seen) {
  const rows = Object.entries(seen).map(([page, { scores, short }]) => [
    page,
    scores.performance,
    scores.accessibility,
    scores["best-practices"],
    scores.seo,
    short.join(", ") || "nothing",
  ]);
  const head = ["page", "performance", "accessibility", "best practices", "SEO", "what it found short"];
  return table(head, rows);
}

/** What was measured, as a page of Markdown with the conditions it holds under. */
export function report({ measured, changes, cold, seen, resident, warm, conditions, day }) {
  const { processor, cores, system, node, pinned, seconds, loadBefore, loadAfter } = conditions;
  return `# How fast readers' pages are

Written by \`npm run bench:site\` on ${day}. Read the ratios rather than the figures: they were taken beside nginx in the same run.

- ${processor}, ${cores} cores; ${system}; Node ${node}.
- ${pinned ? "The server (or nginx, one worker) on one core, wrk on another; the database wherever there is room." : "One core for all: the figures say little."}
- ${seconds} s for each measurement, brotli accepted, connections kept. Load of the machine before: ${loadBefore.toFixed(2)}, after: ${loadAfter.toFixed(2)}; work of others ran beside it when the load before is well above 0.
${measured
  .map(
    ({ count, load, ...found }) =>
      `\n## From memory, ${count} stories\n\nLoad then: ${load.toFixed(2)}.\n\n${fromMemory(found)}`,
  )
  .join("\n")}

## Made anew

One request at a time, each of a page that is not in memory, the database included.

${madeAnew(measured)}

## Search

At the database, as the page asks it: a rare word, one of every tenth story, one of every story, two words.

${searching(measured)}

## From publishing to reading

From the call of the command to a whole page that shows it, at ${measured.at(-1).count} stories.

${changing(changes, measured.at(-1).nginx)}

## A first visit

A story, beside fonts and pictures.

${coldly(cold)}

## What Lighthouse says

Of a hundred, as on a phone over a slow line.

${seenBy(seen)}

Memory of the server after all this, without the database: ${Math.round(resident)} MiB. A warm start, from the command to the first front page: ${(warm / 1000).toFixed(2)} s.
`;
}
