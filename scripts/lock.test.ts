import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

type Entry = { version?: string; optionalDependencies?: Record<string, string> };
const read = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../${name}`, import.meta.url)), "utf8");
const lockText = read("package-lock.json");
const packages: Record<string, Entry> = JSON.parse(lockText).packages;

/** Where a package that `from` asks for lies: in its own folder, or in any above. */
function find(from: string, name: string): Entry | undefined {
  const folders = from.split(/(?=node_modules\/)/);
  for (let depth = folders.length; depth >= 0; depth -= 1) {
    const above = folders.slice(0, depth).join("").replace(/\/$/, "");
    const entry = packages[`${above ? `${above}/` : ""}node_modules/${name}`];
    if (entry) return entry;
  }
  return undefined;
}

// A lock made with some platform's programs missing installs nowhere: npm ci refuses it.
describe("the lock", () => {
  it("has an entry for every program of every platform", () => {
    const missing = Object.entries(packages).flatMap(([path, entry]) =>
      Object.keys(entry.optionalDependencies ?? {})
        .filter((name) => !find(path, name))
        .map((name) => `${path} → ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it("names no registry, so that each machine may use its own", () => {
    expect(lockText.match(/"resolved": "https?:[^"]*/g)).toBeNull();
  });
});

// Browsers keep a font for ever under the version it is asked for with.
it("the fonts are asked for by the versions that are installed", () => {
  const styles = ["fonts.css", "more-letters.css", "first-fonts.ts"].map((name) =>
    read(`app/styles/${name}`),
  );
  const asked = [
    ...styles
      .join("\n")
      .matchAll(/\/fonts\/(newsreader|source-serif-4|libre-franklin)-[a-z-]+\.woff2\?v=([\d.]+)/g),
  ];
  expect(asked).toHaveLength(14);
  for (const [, family, version] of asked) {
    expect([family, version]).toEqual([family, find("", `@fontsource-variable/${family}`)?.version]);
  }
});

/** The lowest version that may be used, and why. Raise a floor with each advisory that touches what we use. */
const floors: [name: string, lowest: string, because: string][] = [
  [
    "next",
    "16.4.5",
    "CVE-2025-29927 (proxy passed by), CVE-2025-55182 (code run through actions) and those after",
  ],
  ["react", "19.3.1", "CVE-2025-55182 and CVE-2025-55184: what an action is sent was decoded unsafely"],
  ["react-dom", "19.3.1", "always the same version as react"],
  ["next-auth", "4.24.15", "a critical hole in the versions below it"],
  ["drizzle-orm", "0.45.2", "the security floor of its own maintainers"],
  ["nodemailer", "7.0.7", "CVE-2025-13033: mail could go to another domain than the one addressed"],
  ["sharp", "0.35.5", "brings a libvips with the hole of 2026 in reading AVIF closed"],
  ["postgres", "3.4.9", "the version with which no acknowledged save was lost over kill -9"],
];

function isAtLeast(version: string, lowest: string): boolean {
  const [have, need] = [version, lowest].map((text) => text.split(/[.-]/).map(Number));
  for (let at = 0; at < 3; at += 1) {
    const difference = (have?.[at] ?? 0) - (need?.[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

describe("the versions we run", () => {
  it.each(floors)("%s is at least %s: %s", (name, lowest) => {
    expect(isAtLeast(packages[`node_modules/${name}`]?.version ?? "0", lowest)).toBe(true);
  });
});
