import { describe, expect, it } from "vitest";
import { needsMoreLetters } from "./more-letters";

describe("the fonts' further letters", () => {
  it.each(["Łódź", "İstanbul", "Nguyễn", "₺40"])("are there for %s", (text) => {
    expect(needsMoreLetters(text)).toBe(true);
  });

  it.each(["Señor Åse", "“œuvre” …", "ımmaculate €5", "Київ", "القاهرة"])(
    "are left out where they would not help: %s",
    (text) => {
      expect(needsMoreLetters(text)).toBe(false);
    },
  );
});
