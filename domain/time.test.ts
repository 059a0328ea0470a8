import { describe, expect, it } from "vitest";
import { instantOf, localOf } from "./time";

describe("a local moment in a zone", () => {
  it.each([
    ["2026-11-23T06:00", "Europe/London", "2026-11-23T06:00:00.000Z"],
    ["2026-07-01T06:00", "Europe/London", "2026-07-01T05:00:00.000Z"],
    ["2026-07-02T00:05", "Europe/London", "2026-07-01T23:05:00.000Z"],
    ["2026-07-01T06:00", "Asia/Kathmandu", "2026-07-01T00:15:00.000Z"],
    ["2026-12-31T23:59", "Pacific/Auckland", "2026-12-31T10:59:00.000Z"],
    ["2026-03-29T03:00", "Europe/Berlin", "2026-03-29T01:00:00.000Z"],
  ])("%s in %s is one instant", (local, zone, at) => {
    expect(instantOf(local, zone)).toEqual({ kind: "one", at: new Date(at) });
    expect(localOf(new Date(at), zone)).toBe(local);
  });

  it.each([
    ["2026-03-29T01:30", "Europe/London", "2026-03-29T00:59", "2026-03-29T02:00"],
    ["2026-03-29T02:30", "Europe/Berlin", "2026-03-29T01:59", "2026-03-29T03:00"],
    ["2026-03-08T02:00", "America/New_York", "2026-03-08T01:59", "2026-03-08T03:00"],
    ["2026-10-04T02:15", "Australia/Lord_Howe", "2026-10-04T01:59", "2026-10-04T02:30"],
  ])("%s in %s does not exist: the clocks go forward", (local, zone, before, after) => {
    expect(instantOf(local, zone)).toEqual({ kind: "gap", before, after });
  });

  it.each([
    ["2026-10-25T01:30", "Europe/London", "2026-10-25T00:30:00.000Z", "2026-10-25T01:30:00.000Z"],
    ["2026-11-01T01:00", "America/New_York", "2026-11-01T05:00:00.000Z", "2026-11-01T06:00:00.000Z"],
  ])("%s in %s is there twice: the clocks go back", (local, zone, first, second) => {
    expect(instantOf(local, zone)).toEqual({
      kind: "twice",
      first: new Date(first),
      second: new Date(second),
    });
  });

  it.each(["", "2026-02-30T10:00", "2026-13-01T10:00", "2026-01-01", "tomorrow", "2026-01-01T24:00"])(
    "%j is no moment",
    (local) => expect(instantOf(local, "Europe/London")).toEqual({ kind: "unreadable" }),
  );
});
