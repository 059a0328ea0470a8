import { rightsOfActions, rightsOfHandlers } from "@/domain/rights";
import { confirmFactor, expect, expectAccessible, type Newsroom, type Page, test } from "../newsroom";
import { OwnNewsroom, trying } from "../own-newsroom";
import { builtActions, callDirectly } from "./direct-calls";

const nothing = "00000000-0000-7000-8000-000000000000";
const signIn = { name: "Sign in", exact: true } as const;

/** Invites somebody on screen, and has them join by the link. Answers their browser, signed in. */
async function joined(newsroom: Newsroom, own: OwnNewsroom, admin: Page, name: string) {
  const person = {
    email: `${name.toLowerCase()}@journeys.example`,
    password: `quite other words for ${name}`,
  };
  await admin.goto(`${own.origin}/desk/people`);
  await admin.getByRole("button", { name: "Invite" }).first().click();
  await admin.getByLabel("Name").fill(`${name} Quist`);
  await admin.getByLabel("Email").fill(person.email);
  await admin.getByRole("button", { name: "Make the link" }).click();
  const link = await admin.getByLabel("Link", { exact: true }).inputValue();
  await admin.getByRole("button", { name: "Done" }).click();
  const page = await newsroom.visitor();
  await page.goto(new URL(link, own.origin).href);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Join" }).click();
  await signInBy(page, person);
  return { page, ...person };
}

async function signInBy(page: Page, { email, password }: { email: string; password: string }) {
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", signIn).click();
}

/** What of the desk answers this browser: every handler that is for staff and every action, called without a page. */
async function openTo(page: Page, origin: string): Promise<string[]> {
  const open: string[] = [];
  for (const [handler, right] of Object.entries(rightsOfHandlers)) {
    if (right === "anyone") continue;
    const [method = "", path = ""] = handler.split(" ");
    const address = origin + path.replace("[id]", nothing).replace(/\[[^\]]+\]/g, "none");
    const answer = await page.request.fetch(address, { method, headers: { origin }, maxRedirects: 0 });
    if (![401, 404].includes(answer.status())) open.push(`${handler}: ${answer.status()}`);
  }
  for (const action of builtActions) {
    if (["anyone", "holder of a code"].includes(rightsOfActions[action] ?? "")) continue;
    const reply = await callDirectly(page.request, action, [{}, {}], { story: nothing }, origin);
    if (!reply.includes('"not_signed_in"')) open.push(action);
  }
  return open.sort();
}
/** All that is open to whoever is held at the door. */
const theDoor = ["beginFactor", "confirmFactor"];

/** Sets a second factor up at the door and goes in. Answers the recovery codes. */
async function setUpAtDoor(page: Page): Promise<string[]> {
  await expect(page.getByRole("heading", { name: "Set up a second factor" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Set up a second factor" }).click();
  await page.getByLabel("Code", { exact: true }).fill("000000");
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText(/That code is not right/)).toBeVisible();
  await confirmFactor(page);
  const codes = page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  await expectAccessible(page);
  const all = await codes.allTextContents();
  await page.getByRole("button", { name: "I have kept them" }).click();
  await page.waitForURL(/\/desk\/?$/);
  return all;
}

test("where a second factor is demanded nothing opens without one, to nobody new and to nobody who is in already", async ({
  newsroom,
}) => {
  test.setTimeout(240_000);
  const own = new OwnNewsroom();
  try {
    await own.start();
    const admin = await trying(newsroom, own, "admin");
    const before = await joined(newsroom, own, admin, "Piet");
    await before.page.waitForURL(/\/desk\/?$/);

    // A reporter neither sees the setting nor makes it.
    await before.page.goto(`${own.origin}/desk/settings`);
    await expect(before.page.getByText("Only an admin may do this.")).toBeVisible();
    const demand = [{ base: 1, demandsSecondFactor: "on" }];
    const asked = { story: nothing };
    expect(await callDirectly(before.page.request, "saveSecurity", demand, asked, own.origin)).toContain(
      '"admins_only"',
    );
    await admin.goto(`${own.origin}/desk/settings`);
    await admin.getByLabel("Demand a second factor of everybody").check();
    await admin.getByRole("button", { name: "Save signing in" }).click();
    await expect(admin.getByText(/^Saved\./)).toBeVisible();

    // Whoever was in is held at the door from then on.
    expect(await openTo(before.page, own.origin)).toEqual(theDoor);
    await before.page.goto(`${own.origin}/desk`);
    expect(new URL(before.page.url()).pathname).toBe("/desk/second-factor");
    await setUpAtDoor(before.page);

    // Somebody new: in by the password, as far as the door, and through it with the factor.
    const { page, ...nora } = await joined(newsroom, own, admin, "Nora");
    await page.waitForURL(/\/desk\/second-factor/);
    expect(await openTo(page, own.origin)).toEqual(theDoor);
    for (const path of ["/desk/account", "/desk/quotes", "/desk/settings", "/desk"]) {
      await page.goto(own.origin + path);
      expect([path, new URL(page.url()).pathname]).toEqual([path, "/desk/second-factor"]);
    }
    const [recovery = ""] = await setUpAtDoor(page);
    const opened = await openTo(page, own.origin);
    expect(opened).toEqual(expect.arrayContaining(["createStory", "GET /desk/notifications/unread: 200"]));
    await page.goto(`${own.origin}/desk/account`);
    await expect(page.getByRole("button", { name: "Take the second factor away" })).toHaveAttribute(
      "aria-disabled",
      "true",
    );
    const remove = [{ password: nora.password, code: recovery }];
    expect(await callDirectly(page.request, "removeFactor", remove, asked, own.origin)).toContain(
      '"second_factor_demanded"',
    );

    // From another browser the password alone opens nothing, and a recovery code opens once.
    for (const isOpened of [true, false]) {
      const other = await newsroom.visitor();
      await other.goto(`${own.origin}/desk/sign-in`);
      await signInBy(other, nora);
      await expect(other.getByLabel("Code")).toBeVisible();
      await other.goto(`${own.origin}/desk`);
      expect(new URL(other.url()).pathname).toBe("/desk/sign-in");
      await signInBy(other, nora);
      await other.getByLabel("Code").fill(recovery);
      await other.getByRole("button", signIn).click();
      if (isOpened) await other.waitForURL(/\/desk\/?$/);
      else await expect(other.getByText(/That code is not right/)).toBeVisible();
    }
  } finally {
    await own.stop();
  }
});
