import { randomBytes } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { database } from "@/db/client";
import { sessions, users } from "@/db/schema/people";
import { changeStaff, invite } from "@/db/write-people";
import { createStory } from "@/db/write-story";
import { type APIRequestContext, expect, type Page, type Person, test } from "../newsroom";

const origin = () => new URL(process.env.BASE_URL ?? "").origin;

/** Signs in without a page, as a script that guesses would. */
const guess = (request: APIRequestContext, email: string, password: string, then = "/desk") =>
  request.post("/api/auth/callback/credentials", {
    headers: { origin: origin(), accept: "application/json" },
    form: { email, password, then },
  });

async function signInBy(page: Page, person: Person, password = person.password): Promise<void> {
  await page.getByLabel("Email").fill(person.email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

const openSessions = (userId: string) =>
  database()
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), isNull(sessions.endedAt)));

test("wrong passwords are limited per account, whoever guesses, and the page says when to try again", async ({
  newsroom,
  request,
}) => {
  const [person, neighbour] = [await newsroom.person("reporter"), await newsroom.person("reporter")];
  const answers: number[] = [];
  for (let tries = 0; tries < 12; tries += 1) {
    answers.push((await guess(request, person.email, `wrong words ${tries}`)).status());
  }
  expect(answers).toEqual([...Array<number>(10).fill(401), 429, 429]);
  const right = await guess(request, person.email, person.password);
  expect(right.status()).toBe(429);
  expect(Number(right.headers()["retry-after"])).toBeGreaterThan(60);
  expect(right.headers()["set-cookie"] ?? "").not.toContain("verbatim-desk=");
  const page = await newsroom.visitor();
  await page.goto("/desk/sign-in");
  await signInBy(page, person);
  await expect(page.getByText(/Too many wrong tries.*try again in \d+ minutes/)).toBeVisible();
  expect(await openSessions(person.id)).toEqual([]);
  await signInBy(page, neighbour);
  await page.waitForURL(/\/desk\/?$/);
});

test("an account that does not exist is answered as one that does", async ({ newsroom, request }) => {
  const person = await newsroom.person("reporter");
  const [known, unknown] = [
    await guess(request, person.email, "not the password"),
    await guess(request, `${randomBytes(5).toString("hex")}@journeys.example`, "not the password"),
  ];
  expect([unknown.status(), await unknown.text()]).toEqual([known.status(), await known.text()]);
});

test("somebody deactivated is nobody at the very next request", async ({ newsroom }) => {
  const [admin, reporter] = [await newsroom.person("admin"), await newsroom.person("reporter")];
  const { id } = await createStory(reporter);
  const page = await newsroom.signedIn(reporter);
  expect((await page.request.get(`/desk/stories/${id}/latest`)).status()).toBe(200);
  expect(await changeStaff(admin, reporter.id, { to: "deactivate" })).toMatchObject({ ok: true });
  expect((await page.request.get(`/desk/stories/${id}/latest`)).status()).toBe(401);
  await page.goto(`/desk/stories/${id}`);
  expect(new URL(page.url()).pathname).toBe("/desk/sign-in");
  await signInBy(page, reporter);
  await expect(page.getByText(/That email and password do not go together/)).toBeVisible();
});

test("a role that was taken away is gone at the very next request", async ({ newsroom }) => {
  const [editor, reporter] = [await newsroom.person("editor"), await newsroom.person("reporter")];
  const { id } = await createStory(reporter);
  const page = await newsroom.signedIn(editor);
  expect((await page.request.get(`/desk/stories/${id}/latest`)).status()).toBe(200);
  await database().update(users).set({ role: "reporter" }).where(eq(users.id, editor.id));
  expect((await page.request.get(`/desk/stories/${id}/latest`)).status()).toBe(404);
});

test("a session that was ended, signed out of, or never ours opens nothing", async ({ newsroom }) => {
  const reporter = await newsroom.person("reporter");
  const { id } = await createStory(reporter);
  const address = `/desk/stories/${id}/latest`;
  const page = await newsroom.visitor();
  await page.goto("/desk/sign-in");
  await signInBy(page, reporter);
  await page.waitForURL(/\/desk\/?$/);
  const cookies = await page.context().cookies();
  expect(cookies.every(({ httpOnly, sameSite }) => httpOnly && sameSite === "Strict")).toBe(true);

  await page.getByRole("button", { name: "Sign out" }).first().click();
  await page.waitForURL(/\/desk\/sign-in/);
  await page.context().addCookies(cookies);
  expect((await page.request.get(address)).status()).toBe(401);

  await page.context().clearCookies();
  await page.goto(`/desk/stories/${id}`);
  await signInBy(page, reporter);
  await page.waitForURL(new RegExp(`/desk/stories/${id}$`));
  const [mine] = await page.context().cookies();
  if (!mine) throw new Error("signing in set no cookie");
  await page.context().addCookies([{ ...mine, value: `${mine.value.slice(0, -4)}AAAA` }]);
  expect((await page.request.get(address)).status()).toBe(401);
  await page.context().addCookies([mine]);
  expect((await page.request.get(address)).status()).toBe(200);
  await database().update(sessions).set({ endedAt: sql`now()` }).where(eq(sessions.userId, reporter.id));
  expect((await page.request.get(address)).status()).toBe(401);
});

test("signing in again in one browser ends the session it had", async ({ newsroom }) => {
  const reporter = await newsroom.person("reporter");
  const page = await newsroom.signedIn(reporter);
  const [before] = await openSessions(reporter.id);
  expect((await guess(page.request, reporter.email, reporter.password)).status()).toBe(200);
  const after = await openSessions(reporter.id);
  expect(after).toHaveLength(1);
  expect(after[0]?.id).not.toBe(before?.id);
});

test("the demonstration can be tried from this machine under its own name, and from nowhere else", async ({
  request,
}) => {
  const { port } = new URL(origin());
  const offers = async (headers: Record<string, string>) => {
    const page = await (await request.get("/desk/sign-in", { headers })).text();
    return {
      password: page.includes('name="password"'),
      demonstration: page.includes("/callback/demonstration"),
    };
  };
  expect(await offers({})).toEqual({ password: true, demonstration: true });
  const strangers: Record<string, string>[] = [
    { "x-forwarded-for": "127.0.0.1" },
    { "x-forwarded-for": "203.0.113.9" },
    { forwarded: "for=127.0.0.1" },
    { "x-real-ip": "127.0.0.1" },
    { host: `192.0.2.7:${port}` },
    { host: `203.0.113.9:${port}`, "x-verbatim-loopback": "1" },
  ];
  for (const headers of strangers) {
    expect(await offers(headers)).toEqual({ password: true, demonstration: false });
    const direct = await request.post("/api/auth/callback/demonstration", {
      headers: {
        ...headers,
        origin: headers.host ? `http://${headers.host}` : origin(),
        accept: "application/json",
      },
      form: { role: "admin" },
    });
    expect(direct.status()).toBe(403);
    expect(direct.headers()["set-cookie"] ?? "").not.toContain("verbatim-desk=");
  }
});

test("signing in never leads away from this site", async ({ newsroom }) => {
  const reporter = await newsroom.person("reporter");
  const addresses = [
    "https://elsewhere.example/",
    "//elsewhere.example/desk",
    "/\\elsewhere.example",
    "/desk/../../elsewhere",
    "/desk\t//elsewhere.example",
    "javascript:alert(1)",
    "/desk@elsewhere.example",
    "/desk/sign-in?then=https://elsewhere.example",
  ];
  const page = await newsroom.visitor();
  for (const then of addresses) {
    const answer = await guess(page.request, reporter.email, reporter.password, then);
    const { goTo } = await answer.json();
    expect(`${then} → ${goTo}`).toBe(`${then} → /desk`);
  }
  await page.context().clearCookies();
  await page.goto(`/desk/sign-in?then=${encodeURIComponent("https://elsewhere.example/desk")}`);
  await signInBy(page, reporter);
  await page.waitForURL(`${origin()}/desk`);
  await page.goto("/desk/sign-in?then=//elsewhere.example");
  expect(page.url()).toBe(`${origin()}/desk`);
});

test("an invitation's link works once", async ({ newsroom }) => {
  const admin = await newsroom.person("admin");
  const key = randomBytes(5).toString("hex");
  const email = `${key}@journeys.example`;
  const invited = await invite(admin, { email, name: `Invited ${key}`, role: "reporter", title: "" });
  if (!invited.ok) throw new Error(invited.why);
  const link = `/desk/join/${invited.value}`;
  const [page, other] = [await newsroom.visitor(), await newsroom.visitor()];
  await Promise.all([page.goto(link), other.goto(link)]);
  await page.getByLabel("Password").fill(`first words ${key}`);
  await page.getByRole("button", { name: "Join" }).click();
  await page.waitForURL(/\/desk\/sign-in/);
  await other.getByLabel("Password").fill(`other words ${key}`);
  await other.getByRole("button", { name: "Join" }).click();
  await expect(other.getByText(/link/i).first()).toBeVisible();
  expect(new URL(other.url()).pathname).toBe(link);
  await other.goto(link);
  await expect(other.getByRole("heading", { name: "This link opens nothing" })).toBeVisible();
  expect((await guess(other.request, email, `other words ${key}`)).status()).toBe(401);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(`first words ${key}`);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(/\/desk\/?$/);
  const rows = await database().select({ role: users.role }).from(users).where(eq(users.email, email));
  expect(rows).toEqual([{ role: "reporter" }]);
});
