import { expect, it } from "vitest";
import { inQuery } from "./in-query";

it("keeps an address readable in a query, and whole", () => {
  expect(inQuery("https://record.example/harbour/pilots")).toBe("https://record.example/harbour/pilots");
  const hostile = "https://record.example/a b?c=d&e=f#g%20";
  expect(inQuery(hostile)).not.toMatch(/[ ?&#]/);
  expect(new URL(`https://x.example/oembed?url=${inQuery(hostile)}`).searchParams.get("url")).toBe(hostile);
});
