import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { root } from "./folders.mjs";
import { CannotStart, runCommand, say } from "./say.mjs";

// What a first visit to a story costs over the wire, beside pictures and fonts, and what each part of it is responsible
// for: `npm run weigh -- http://localhost:3000`, with a newsroom that runs there.

const out = join(root, "docs/page-weight.md");

async function weigh(origin, story) {
  const bytes = async (path) => {
    const reply = await fetch(new URL(path, origin), { headers: { "accept-encoding": "br" } });
    return { text: await reply.text(), length: Number(reply.headers.get("content-length")) };
  };
  const { text, length } = await bytes(story);
  const files = {};
  for (const [, path, name] of text.matchAll(/(?:href|src)="(\/site\/([a-z.-]+)[^"]*)"/g))
    files[name] = (await bytes(path)).length;
  const total = Object.values(files).reduce((sum, each) => sum + each, length);
  return { story, html: length, files, total, text };
}

const squeezed = (text) =>
  brotliCompressSync(text, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: 11,
    },
  }).length;

/** Parts of a page, each as what finds it. */
const parts = [
  ["what search engines are told (JSON-LD)", /<script type="application\/ld\+json">[\s\S]*?<\/script>/],
  ["the rest of the head", /<head>[\s\S]*<\/head>/],
  ["the sections above", /<nav class="sections"[\s\S]*?<\/nav>/],
  ["the margin notes", /<div class="notes"[\s\S]*?<\/div>/g],
  ["how it was sourced", /<section class="sourcing"[\s\S]*?<\/section>/],
  ["replies and their form", /<section class="repl(?:ies|y)"[\s\S]*?<\/section>/g],
  ["what to read next", /<section class="related"[\s\S]*?<\/section>/],
  ["the foot", /<footer[\s\S]*?<\/footer>/],
];

/** What each style sheet of a story saves when it is left out. */
async function partsOfStyles() {
  const { build } = await import("esbuild");
  const sheet = join(root, "app/styles/readers-story.css");
  const imports = readFileSync(sheet, "utf8").match(/@import "[^"]+";/g) ?? [];
  const size = async (chosen) => {
    const { outputFiles } = await build({
      stdin: { contents: chosen.join("\n"), resolveDir: join(root, "app/styles"), loader: "css" },
      bundle: true,
      minify: true,
      write: false,
      external: ["/fonts/*"],
    });
    return squeezed(outputFiles[0].text);
  };
  const whole = await size(imports);
  return Promise.all(
    imports.map(async (each) => [
      each.slice(9, -2).split("/").at(-1),
      whole - (await size(imports.filter((other) => other !== each))),
    ]),
  );
}

function report(weighed, middle, styles) {
  const whole = squeezed(middle.text);
  const saved = parts.map(([name, what]) => [name, whole - squeezed(middle.text.replace(what, ""))]);
  const row = (cells) => `| ${cells.join(" | ")} |`;
  const every = ["story.css", "site.js"];
  const rowOf = ({ story, html, files, total }) => {
    const further = Object.keys(files).filter((name) => !every.includes(name));
    const added = further.reduce((sum, name) => sum + files[name], 0);
    const named = added ? `${added} (${further.join(", ")})` : "";
    const styled = html + files["story.css"] + added;
    return row([`\`${story}\``, html, files["story.css"], named, styled, files["site.js"], total]);
  };
  return `# What a story weighs

Bytes over the wire (brotli) of a first visit, beside pictures and fonts, on the demonstration newsroom. Written by \`npm run weigh\`; \`e2e/site/weight.spec.ts\` holds each story under 11.5 KiB.

${row(["story", "page", "story.css", "further sheets", "page and styles", "site.js", "together"])}
${row(["---", "---", "---", "---", "---", "---", "---"])}
${weighed.map(rowOf).join("\n")}

What \`${middle.story}\` would save without a part of it (parts share words, so they add up to less than the whole):

| part | bytes |
| --- | --- |
${[...saved, ...styles]
  .filter(([, bytes]) => bytes > 0)
  .map(row)
  .join("\n")}

After the page stands, a browser that has none yet fetches the worker that keeps stories for when there is no network (1.4 KiB), the page it shows then and that page's style sheet. They hold nothing up and are not counted above.
`;
}

await runCommand(async () => {
  const origin = process.argv[2];
  if (!origin || !URL.canParse(origin))
    throw new CannotStart("Name the address of a newsroom that runs: npm run weigh -- http://localhost:3000");
  const front = await (await fetch(origin)).text();
  const found = [...front.matchAll(/<h[23]><a href="(\/[^"/]+\/[^"#]+)"/g)].map((match) => match[1]);
  const stories = [...new Set(found)];
  // The second reader of a page gets it at its smallest, a moment after the first.
  for (const story of stories) await fetch(new URL(story, origin));
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  const weighed = [];
  for (const story of stories) weighed.push(await weigh(origin, story));
  weighed.sort((one, other) => one.total - other.total);
  const middle = weighed[Math.floor(weighed.length / 2)];
  if (!middle) throw new CannotStart("There is no story on the front page.");
  writeFileSync(out, report(weighed, middle, await partsOfStyles()));
  say(`docs/page-weight.md: ${middle.total} bytes for ${middle.story}`);
  return 0;
});
