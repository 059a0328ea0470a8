import { expect, test } from "vitest";
import { decideReply, replyLimits } from "./reply";

const fit = { text: "The gates were shut at nine.", name: "Davit Amari", email: "davit@example.org" };

test("a fit reply stands, with its ends trimmed and its lines kept", () => {
  const { reply, faults } = decideReply({
    text: "  One.\r\n\r\nTwo.\n",
    name: " Davit \n Amari ",
    email: fit.email,
  });
  expect(faults).toEqual([]);
  expect(reply).toEqual({ text: "One.\n\nTwo.", name: "Davit Amari", email: fit.email });
});

test.each([
  ["no-text", { ...fit, text: " \n " }],
  ["long-text", { ...fit, text: "a".repeat(replyLimits.text + 1) }],
  ["no-name", { ...fit, name: "" }],
  ["long-name", { ...fit, name: "a".repeat(replyLimits.name + 1) }],
  ["no-email", { ...fit, email: "davit at example.org" }],
  ["no-email", { ...fit, email: `${"a".repeat(replyLimits.email)}@example.org` }],
  ["odd-characters", { ...fit, text: "nul\u0000" }],
  ["odd-characters", { ...fit, name: "half a pair \ud83d" }],
] as const)("%s", (fault, typed) => {
  expect(decideReply(typed).faults).toEqual([fault]);
});

test("letters of every script and signs of every plane are fit", () => {
  expect(decideReply({ ...fit, text: "שלום, 𝒶 👩‍👩‍👧 <b>not bold</b>" }).faults).toEqual([]);
});
