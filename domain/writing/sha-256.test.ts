import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { sha256 } from "./sha-256";

const node = (text: string) => createHash("sha256").update(text).digest("hex");

it("answers as the runtime's own SHA-256 does, for any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
      expect(sha256(text)).toBe(node(text));
    }),
  );
});

it("holds at every length around a block's end", () => {
  for (let length = 0; length < 200; length += 1) {
    expect(sha256("é".repeat(length)), String(length)).toBe(node("é".repeat(length)));
    expect(sha256("a".repeat(length)), String(length)).toBe(node("a".repeat(length)));
  }
});
