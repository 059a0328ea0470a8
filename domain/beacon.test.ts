import { expect, test } from "vitest";
import { readBeacon } from "./beacon";

const id = "01a21466-7f85-700f-9c81-3317c5524dd7";
test.each([
  [`read=${id}`, { read: id, seen: [] }],
  [`read=${id.toUpperCase()}&seen=end&seen=bar&seen=bar`, { read: id, seen: ["bar", "end"] }],
  ["seen=front", { read: null, seen: ["front"] }],
  ["seen=elsewhere", null],
  ["read=1", null],
  [`read=${id}'--`, null],
  ["", null],
  [`seen=bar&x=${"x".repeat(300)}`, null],
])("%s", (body, beacon) => {
  expect(readBeacon(body)).toEqual(beacon);
});
