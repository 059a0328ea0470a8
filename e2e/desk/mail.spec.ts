import { MailServer } from "@/db/testing/mail-server";
import { expect, expectAccessible, test } from "../newsroom";
import { OwnNewsroom, trying } from "../own-newsroom";

const signIn = { name: "Sign in", exact: true } as const;

const linkIn = (text: string | undefined): string => /https?:\/\/\S+/.exec(text ?? "")?.[0] ?? "";

test("mail is tried out, comes under the newsroom's name, and what could not be sent is seen, sent again or forgotten", async ({
  newsroom,
}) => {
  test.setTimeout(240_000);
  const server = await MailServer.start();
  const own = new OwnNewsroom({ SMTP_URL: server.url, MAIL_FROM: "desk@tidewater.example" });
  try {
    await own.start();
    const [admin, reporter] = [await trying(newsroom, own, "admin"), await trying(newsroom, own, "reporter")];

    // A reporter sees none of it.
    await reporter.goto(`${own.origin}/desk/settings`);
    await expect(reporter.getByText("Only an admin may do this.")).toBeVisible();
    await expect(reporter.getByRole("button", { name: "Send me a test message" })).toHaveCount(0);

    await admin.goto(`${own.origin}/desk/settings`);
    await expect(admin.getByText(/Mail is on and comes from desk@tidewater\.example/)).toBeVisible();
    await admin.getByLabel("Sender’s name").fill('The "Record", <Bcc: all@elsewhere.example>');
    await admin.getByRole("button", { name: "Save mail" }).click();
    await expect(admin.getByText("Saved.", { exact: true })).toBeVisible();
    await admin.getByRole("button", { name: "Send me a test message" }).click();
    await expect(
      admin.getByText("The mail server took a test message for runa.vance@tidewater.example."),
    ).toBeVisible();
    const [tested] = server.taken;
    expect(tested?.to).toEqual(["runa.vance@tidewater.example"]);
    expect(tested?.mail.from?.value).toEqual([
      { name: 'The "Record", <Bcc: all@elsewhere.example>', address: "desk@tidewater.example" },
    ]);
    expect(tested?.mail.headers.has("bcc")).toBe(false);

    // The server refuses: the admin is told why, and so is whoever tries it out.
    server.refusing = { code: 550 };
    await admin.getByRole("button", { name: "Send me a test message" }).click();
    await expect(admin.getByText(/Nothing was sent\.$/)).toBeVisible();
    const invite = async (name: string) => {
      await admin.goto(`${own.origin}/desk/people`);
      await admin.getByRole("button", { name: "Invite" }).first().click();
      await admin.getByLabel("Name").fill(`${name} Quist`);
      await admin.getByLabel("Email").fill(`${name.toLowerCase()}@journeys.example`);
      await admin.getByRole("button", { name: "Make the link" }).click();
      await admin.getByRole("button", { name: "Done" }).click();
    };
    await invite("Nora");
    await invite("Piet");
    const givenUp = admin.getByRole("region", { name: "Could not be sent" });
    await expect(async () => {
      await admin.goto(`${own.origin}/desk/settings`);
      await expect(givenUp.getByRole("listitem")).toHaveCount(2, { timeout: 500 });
    }).toPass({ timeout: 30_000 });
    await expectAccessible(admin);
    const letterTo = (name: string) => givenUp.getByRole("listitem").filter({ hasText: name });
    await letterTo("piet@journeys.example").getByRole("button", { name: "Forget" }).click();
    await expect(givenUp.getByRole("listitem")).toHaveCount(1);
    server.refusing = null;
    await letterTo("nora@journeys.example").getByRole("button", { name: "Try again" }).click();
    await expect(givenUp).toHaveCount(0);
    await expect.poll(() => server.newestTo("nora@journeys.example")?.subject).toMatch(/invites you to/);
    expect(server.newestTo("piet@journeys.example")).toBeUndefined();

    // The invitation's link is of our own address, and opens once.
    const nora = await newsroom.visitor();
    const invitation = linkIn(server.newestTo("nora@journeys.example")?.text);
    expect(new URL(invitation).origin).toBe(own.origin);
    await nora.goto(invitation);
    await nora.getByLabel("Password").fill("quite other words here");
    await nora.getByRole("button", { name: "Join" }).click();
    await nora.waitForURL(/\/desk\/sign-in/);
    await nora.goto(invitation);
    await expect(nora.getByRole("heading", { name: "This link opens nothing" })).toBeVisible();

    // A forgotten password: by a link that works once, for ten minutes.
    const askForLink = async () => {
      const before = server.taken.length;
      await nora.goto(`${own.origin}/desk/forgotten`);
      await nora.getByLabel("Email").fill("nora@journeys.example");
      await nora.getByRole("button", { name: "Send me a link" }).click();
      await expect(nora.getByText(/a link is on its way/)).toBeVisible();
      await expect.poll(() => server.taken.length, { timeout: 30_000 }).toBeGreaterThan(before);
      return linkIn(server.newestTo("nora@journeys.example")?.text);
    };
    const [late, link] = [await askForLink(), await askForLink()];
    await own.ask(
      "update password_resets set expires_at = expires_at - interval '10 minutes' where id = (select min(id::text)::uuid from password_resets)",
    );
    await nora.goto(late);
    await expect(nora.getByRole("heading", { name: "This link opens nothing" })).toBeVisible();
    await nora.goto(link);
    await nora.getByLabel("New password").fill("again some other words");
    await nora.getByRole("button", { name: "Set the password" }).click();
    await nora.waitForURL(/\/desk\/sign-in/);
    await nora.goto(link);
    await expect(nora.getByRole("heading", { name: "This link opens nothing" })).toBeVisible();
    await nora.goto(`${own.origin}/desk/sign-in`);
    await nora.getByLabel("Email").fill("nora@journeys.example");
    await nora.getByLabel("Password").fill("again some other words");
    await nora.getByRole("button", signIn).click();
    await nora.waitForURL(/\/desk\/?$/);
  } finally {
    await own.stop();
    await server.stop();
  }
});
