import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { rightsOfActions, rightsOfHandlers } from "@/domain/rights";

const app = resolve(fileURLToPath(new URL("../app", import.meta.url)));

const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
const sources = filesBelow(app).filter((file) => /\.tsx?$/.test(file));

/** Every function that a browser can call: whatever a file of actions exports, and any action written into another file. */
function actions(): string[] {
  return sources.flatMap((file) => {
    const text = readFileSync(file, "utf8");
    if (/^\s*["']use server["'];/.test(text)) {
      return [...text.matchAll(/^export (?:const|async function|function) (\w+)/gm)].map(
        (match) => match[1] ?? "",
      );
    }
    return /["']use server["']/.test(text) ? [`an action inside ${relative(app, file)}`] : [];
  });
}

function handlers(): string[] {
  return sources
    .filter((file) => /\/route\.tsx?$/.test(file))
    .flatMap((file) => {
      const address = `/${relative(app, file)
        .replace(/\/?route\.tsx?$/, "")
        .split("/")
        .filter((part) => !/^\(.*\)$/.test(part))
        .join("/")}`;
      const methods = /export (?:const|async function|function) (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/g;
      const text = readFileSync(file, "utf8");
      const again = [...text.matchAll(/export \{([^}]*)\}/g)].flatMap(
        (match) => (match[1] ?? "").match(/\b(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/g) ?? [],
      );
      return [...[...text.matchAll(methods)].map((match) => match[1]), ...again].map(
        (method) => `${method} ${address}`,
      );
    });
}

describe("the table of rights", () => {
  it("has a row for every action, and no row for one that is gone", () => {
    expect(actions().sort()).toEqual(Object.keys(rightsOfActions).sort());
  });
  it("has a row for every handler, and no row for one that is gone", () => {
    expect(handlers().sort()).toEqual(Object.keys(rightsOfHandlers).sort());
  });
  // Before the door nobody is signed in yet, and an open page is opened by a link that is the right itself.
  it("finds that every page of the desk asks who is there, by itself and not by its layout", () => {
    const pages = sources.filter((file) => /\/page\.tsx$/.test(file));
    const desk = pages.filter((file) => /^desk\/(?!\((?:door|open)\))/.test(relative(app, file)));
    expect(desk.length).toBeGreaterThan(8);
    const open = desk.filter((file) => !/\brequireStaff\(/.test(readFileSync(file, "utf8")));
    expect(open.map((file) => relative(app, file))).toEqual([]);
  });
});
