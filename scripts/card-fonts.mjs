import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { root } from "./folders.mjs";

const folder = join(root, ".build/card-fonts");
const packages = join(root, "node_modules/@fontsource-variable");

/** The paper's own families, with the letters that each is asked for. The family of a headline comes first. */
const own = [
  ["newsreader", /^newsreader-(latin|latin-ext|vietnamese)-wght-(normal|italic)\./],
  ["libre-franklin", /^libre-franklin-(latin|latin-ext|vietnamese)-wght-normal\./],
  ["source-serif-4", /^source-serif-4-(cyrillic|cyrillic-ext|greek|greek-ext)-wght-normal\./],
];
/** For the scripts that those lack: domain/publication/card.ts has the same list, by script. */
const others = [
  "noto-naskh-arabic",
  "noto-serif-hebrew",
  "noto-serif-devanagari",
  "noto-serif-bengali",
  "noto-serif-tamil",
  "noto-serif-thai",
  "noto-sans-sc",
  "noto-sans-jp",
  "noto-sans-kr",
].map((name) => [name, /^(?!.*-(latin|latin-ext|cyrillic|greek|vietnamese)-).*-wght-normal\./]);

/** The names under which the files know themselves are not those that the families are called by. */
const called = [
  ["Newsreader", "Newsreader 16pt 16pt"],
  ["Libre Franklin", "Libre Franklin Thin"],
];

const settings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir prefix="relative">.</dir>
  <cachedir>${join(folder, "cache")}</cachedir>
${called
  .map(
    ([family, known]) =>
      `  <alias binding="same"><family>${family}</family><prefer><family>${known}</family></prefer></alias>`,
  )
  .join("\n")}
</fontconfig>
`;

const files = () =>
  [...own, ...others].flatMap(([name, wanted]) =>
    readdirSync(join(packages, name, "files"))
      .filter((file) => wanted.test(file) && file.endsWith(".woff2"))
      .map((file) => join(packages, name, "files", file)),
  );

/** What the made fonts depend on: the version of each package, and this file's own settings. */
const stampNow = () =>
  [...own, ...others]
    .map(([name, wanted]) => {
      const { version } = JSON.parse(readFileSync(join(packages, name, "package.json"), "utf8"));
      return `${name} ${version} ${wanted}`;
    })
    .join("\n") + settings;

export const areCardFontsMade = () =>
  existsSync(join(folder, "stamp")) && readFileSync(join(folder, "stamp"), "utf8") === stampNow();

/** Unpacks the fonts of the pictures that are drawn of headlines: what sets the text reads no fonts that are packed for
 * the web. They stay as they are until a package has another version. */
export async function makeCardFonts() {
  if (areCardFontsMade()) return;
  const { default: woff2 } = await import("wawoff2");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "cache"), { recursive: true });
  for (const file of files()) {
    const name = basename(file).replace(/woff2$/, "ttf");
    writeFileSync(join(folder, name), await woff2.decompress(readFileSync(file)));
  }
  writeFileSync(join(folder, "fonts.conf"), settings);
  writeFileSync(join(folder, "stamp"), stampNow());
}
