import { describe, expect, it } from "vitest";
import { savesBeforeSignOut, wouldLoseText } from "./before-sign-out";

describe("before signing out", () => {
  it("saves what is being written, and asks only where that could not be saved", async () => {
    let saves = 0;
    let reaches = true;
    const stop = savesBeforeSignOut(async () => {
      saves += 1;
      return { ok: reaches };
    });
    expect(await wouldLoseText()).toBe(false);
    reaches = false;
    expect(await wouldLoseText()).toBe(true);
    expect(saves).toBe(2);
    stop();
    expect(await wouldLoseText()).toBe(false);
    expect(saves).toBe(2);
  });
});
