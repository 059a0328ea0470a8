import { expect, it } from "vitest";
import { useOwnDatabase } from "@/db/testing/database";
import { fillDemonstration } from "./demonstration";
import { fillingOfDemonstration } from "./marks";

useOwnDatabase();

it("knows a filling that was cut short from a database that nobody has begun to fill", async () => {
  expect(await fillingOfDemonstration()).toBe("none");
  let lines = 0;
  const filling = fillDemonstration(() => {
    lines += 1;
    if (lines === 2) throw new Error("the power went");
  });
  await expect(filling).rejects.toThrow("the power went");
  expect(await fillingOfDemonstration()).toBe("half");
});
