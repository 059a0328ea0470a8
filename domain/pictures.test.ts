import { describe, expect, it } from "vitest";
import type { Actor } from "./people";
import { decidePictureChange, focalAfterKey, focalPoint, refusedKind, widthsFor } from "./pictures";

const latin = (text: string) => Uint8Array.from(text, (each) => each.charCodeAt(0));
const pad = (text: string) => latin(text.padEnd(40, "\0"));

describe("what a file is, by its first bytes", () => {
  it.each([
    ["a JPEG", pad("\xff\xd8\xff\xe0"), null],
    ["a PNG", pad("\x89PNG\r\n\x1a\n"), null],
    ["a WebP", pad("RIFF\x10\0\0\0WEBPVP8 "), null],
    ["a GIF", pad("GIF89a"), null],
    ["a RIFF that is a sound", pad("RIFF\x10\0\0\0WAVEfmt "), "picture_unreadable"],
    ["a TIFF of either order", pad("MM\0*"), "picture_tiff"],
    ["a BigTIFF", pad("II+\0"), "picture_tiff"],
    ["a HEIC", pad("\0\0\0\x18ftypheix"), "picture_heic"],
    ["an AVIF", pad("\0\0\0\x18ftypavif"), "picture_avif"],
    ["a film", pad("\0\0\0\x18ftypmp42"), "picture_unreadable"],
    ["an SVG", latin("  <svg xmlns='x'>"), "picture_svg"],
    [
      "an SVG with all that may stand before it",
      new TextEncoder().encode("\ufeff<?xml version='1.0'?><!DOCTYPE svg PUBLIC 'x'><svg/>"),
      "picture_svg",
    ],
    ["a page with an SVG in it", latin("<html><svg/></html>"), "picture_unreadable"],
    ["nothing", new Uint8Array(), "picture_unreadable"],
  ])("%s", (_name, bytes, why) => {
    expect(refusedKind(bytes)).toBe(why);
  });
});

describe("the widths that are made", () => {
  it.each([
    [200, [200]],
    [480, [480]],
    [1199, [480, 800]],
    [9000, [480, 800, 1200, 1600]],
  ])("of a picture %i wide", (width, widths) => {
    expect(widthsFor(width)).toEqual(widths);
  });
});

describe("the focal point", () => {
  it("stays within the picture", () => {
    expect(focalPoint(-3, 1.2)).toEqual([0, 1]);
    expect(focalPoint(0.12345, 0.5)).toEqual([0.12, 0.5]);
  });
  it.each([
    ["ArrowLeft", false, [0.48, 0.5]],
    ["ArrowRight", true, [0.6, 0.5]],
    ["ArrowUp", false, [0.5, 0.48]],
    ["ArrowDown", true, [0.5, 0.6]],
  ] as const)("is moved by %s (with Shift: %s)", (key, large, to) => {
    expect(focalAfterKey([0.5, 0.5], key, large)).toEqual(to);
  });
  it("goes back to the middle with Home, stops at the edge, and leaves other keys alone", () => {
    expect(focalAfterKey([0.1, 0.9], "Home", false)).toEqual([0.5, 0.5]);
    expect(focalAfterKey([0.01, 0.5], "ArrowLeft", true)).toEqual([0, 0.5]);
    expect(focalAfterKey([0.5, 0.5], "Tab", false)).toBeNull();
  });
});

describe("who may change a picture", () => {
  const actor = (role: Actor["role"], id = "other"): Actor => ({ id, role, name: id });
  const picture = { createdBy: "hers", focal: [0.5, 0.5] } as const;
  it.each([
    ["its reporter, unseen by readers", actor("reporter", "hers"), [0.1, 0.5], false, "ok"],
    ["its reporter, words alone, live", actor("reporter", "hers"), [0.5, 0.5], true, "ok"],
    ["its reporter, the crop, live", actor("reporter", "hers"), [0.1, 0.5], true, "picture_live"],
    ["another reporter", actor("reporter"), [0.5, 0.5], false, "not_your_picture"],
    ["an editor", actor("editor"), [0.1, 0.5], true, "ok"],
    ["an admin", actor("admin"), [0.1, 0.5], true, "ok"],
  ] as const)("%s", (_who, who, focal, isLive, answer) => {
    const decision = decidePictureChange(picture, who, { focal, isLive });
    expect(decision.ok ? "ok" : decision.why).toBe(answer);
  });
});
