import { describe, expect, it } from "vitest";
import { evidenceType, isEvidenceName, rangeAsked } from "./evidence-files";

const latin = (text: string) => Uint8Array.from(text.padEnd(24, "\0"), (each) => each.charCodeAt(0));

describe("what a file of evidence is, by its first bytes", () => {
  it.each([
    ["an MP3 with a title", "ID3\x04", "mp3"],
    ["a bare MP3", "\xff\xfb\x90\x44", "mp3"],
    ["an M4A", "\0\0\0\x20ftypM4A ", "m4a"],
    ["a telephone's recording", "\0\0\0\x18ftypmp42", "m4a"],
    ["an Ogg", "OggS\0\x02", "ogg"],
    ["a WAV", "RIFF\x24\0\0\0WAVEfmt ", "wav"],
    ["a WebM", "\x1aE\xdf\xa3", "webm"],
    ["a PDF", "%PDF-1.7", "pdf"],
    ["a JPEG", "\xff\xd8\xff\xe0", "jpg"],
    ["a PNG", "\x89PNG\r\n\x1a\n", "jpg"],
    ["a page", "<!DOCTYPE html>", undefined],
    ["an SVG", "<svg>", undefined],
    ["a HEIC", "\0\0\0\x18ftypheic", undefined],
    ["a programme", "\x7fELF", undefined],
    ["an archive", "PK\x03\x04", undefined],
    ["bits that are no frame", "\xff\xff\xff\xff", undefined],
    ["nothing", "", undefined],
  ])("%s", (_name, bytes, ending) => {
    expect(evidenceType(latin(bytes))?.ending).toBe(ending);
  });
});

describe("the part that is asked for", () => {
  it.each([
    [null, "whole"],
    ["bytes=0-", { start: 0, end: 99 }],
    ["bytes=10-19", { start: 10, end: 19 }],
    ["bytes=90-500", { start: 90, end: 99 }],
    ["bytes=-10", { start: 90, end: 99 }],
    ["bytes=-500", { start: 0, end: 99 }],
    ["bytes=100-", "none"],
    ["bytes=-0", "none"],
    ["bytes=20-10", "whole"],
    ["bytes=0-1,5-6", "whole"],
    ["bytes=-", "whole"],
    ["lines=1-2", "whole"],
    ["bytes=99999999999999999999-", "whole"],
  ])("%j of a hundred bytes", (header, part) => {
    expect(rangeAsked(header, 100)).toEqual(part);
  });
});

it("takes a name for a name and nothing else", () => {
  expect(isEvidenceName(`${"a".repeat(32)}.mp3`)).toBe(true);
  for (const each of ["../x.mp3", `${"a".repeat(32)}.html`, `${"a".repeat(32)}.mp3/..`, ""])
    expect(isEvidenceName(each)).toBe(false);
});
