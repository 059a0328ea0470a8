import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = resolve(fileURLToPath(new URL("..", import.meta.url)));

const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesBelow(path);
    return /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) ? [path] : [];
  });

const importsOf = (file: string): string[] =>
  [
    ...readFileSync(file, "utf8").matchAll(
      /^(?:import|export)(?!\s+type\b)[^;]*?\bfrom\s+"([^"]+)"|^import\s+"([^"]+)"|\bimport\("([^"]+)"\)/gm,
    ),
  ]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? "")
    .flatMap((name) => {
      const path = name.startsWith("@/")
        ? join(root, name.slice(2))
        : name.startsWith(".")
          ? join(dirname(file), name)
          : "";
      return [path, `${path}.ts`, `${path}.tsx`].filter(
        (each) => path && existsSync(each) && statSync(each).isFile(),
      );
    });

/** Every file of the project that these reach, by whatever way. */
function reachedFrom(files: readonly string[]): Map<string, string> {
  const cameFrom = new Map(files.map((file) => [file, ""]));
  const waiting = [...files];
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    for (const next of importsOf(file)) {
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, file);
      waiting.push(next);
    }
  }
  return cameFrom;
}

const forbidden = [
  /^auth\.ts$/,
  /^app\/actions\//,
  /^app\/desk\//,
  /^db\/schema\/(stories|sources|people|media)\.ts$/,
  /^db\/queries\/desk\//,
  /^db\/(write-|save-text|publish|stories\/|people\/)/,
];

describe("the wall", () => {
  it("stands between every file that the site reaches and all that is the desk's", () => {
    const site = ["app/(site)", "components/site", "components/story-body", "db/queries/site"].flatMap(
      (folder) => filesBelow(join(root, folder)),
    );
    const reached = reachedFrom(site);
    expect(reached.size).toBeGreaterThan(site.length);
    const crossings = [...reached]
      .map(([file, from]) => [relative(root, file), relative(root, from)] as const)
      .filter(([file]) => forbidden.some((rule) => rule.test(file)))
      .map(([file, from]) => `${from} → ${file}`);
    expect(crossings).toEqual([]);
  });
});
