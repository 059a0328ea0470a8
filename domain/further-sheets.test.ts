import { describe, expect, it } from "vitest";
import { furtherSheetsOf } from "./further-sheets";

describe("the style sheets that few pages need", () => {
  it.each(["Łódź", "İstanbul", "Nguyễn", "₺40"])("have the fonts' further letters for %s", (text) => {
    expect(furtherSheetsOf(text)).toEqual(["more-letters.css"]);
  });

  it.each(["القاهرة", "ירושלים", "मुंबई", "東京", "서울"])("set %s as its script asks", (text) => {
    expect(furtherSheetsOf(text)).toEqual(["other-scripts.css"]);
  });

  it.each(["Señor Åse", "“œuvre” …", "ımmaculate €5", "Київ", "Ὅμηρος", "the embed stood; corrections"])(
    "are left out where they would not help: %s",
    (text) => {
      expect(furtherSheetsOf(text)).toEqual([]);
    },
  );

  it.each([
    ["corrections.css", '<section class="corrections" id="corrections">'],
    ["embeds.css", '<figure class="embed embed-video">'],
    ["threads.css", '<div class="answers">'],
    ["threads.css", '<span class="staff-mark">'],
    ["threads.css", '<p class="older-replies">'],
    ["threads.css", '<div class="after replies-page">'],
  ])("%s is for %s", (sheet, html) => {
    expect(furtherSheetsOf(html)).toEqual([sheet]);
  });
});
