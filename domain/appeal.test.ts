import { expect, test } from "vitest";
import { isRobot } from "./appeal";

test.each([
  ["", true],
  ["Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", true],
  ["Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0)", true],
  ["curl/8.5.0", true],
  ["facebookexternalhit/1.1 linkpreview", true],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", false],
] as const)("%s", (agent, robot) => {
  expect(isRobot(agent)).toBe(robot);
});
