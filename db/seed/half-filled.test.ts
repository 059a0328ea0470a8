import { expect, it } from "vitest";
import { useOwnDatabase } from "@/db/testing/database";
import { fillDemonstration, isHalfFilled } from "./demonstration";

useOwnDatabase();

it("knows a filling that was cut short from a database that nobody has begun to fill", async () => {
  expect(await isHalfFilled()).toBe(false);
  let lines = 0;
  const filling = fillDemonstration(() => {
    lines += 1;
    if (lines === 2) throw new Error("the power went");
  });
  await expect(filling).rejects.toThrow("the power went");
  expect(await isHalfFilled()).toBe(true);
});
