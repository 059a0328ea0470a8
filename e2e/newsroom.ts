import { randomBytes } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import { type APIRequestContext, type Browser, test as base, expect, type Page } from "@playwright/test";
import { eq, sql } from "drizzle-orm";
import { encode } from "next-auth/jwt";
import { Secret, TOTP } from "otpauth";
import { closeDatabase, database } from "@/db/client";
import { hashPassword } from "@/db/people/passwords";
import { startSession } from "@/db/people/sessions";
import { newId } from "@/db/schema/columns";
import { sections } from "@/db/schema/paper";
import { users } from "@/db/schema/people";
import { createStaff } from "@/db/write-people";
import type { Role } from "@/domain/people";
import { totp } from "@/domain/second-factor";

export type Person = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: Role;
  readonly slug: string;
};

if (!process.env.BASE_URL) throw new Error("BASE_URL is not set: run the journeys with npm run test:e2e");

/** A word that no other test has. */
export const unique = (word: string): string => `${word} ${randomBytes(4).toString("hex")}`;

/** True of the demonstration's own publications, and not of those that other journeys put out at the same time: these
 * stand in sections that `Newsroom.section` made. */
export const ofDemonstration = sql`address not like '/section-%'`;

/** What everybody in the journeys signs in with. Hashing it takes a core for a quarter of a second, so that is done once. */
const password = unique("secret words");
let passwordHash: Promise<string> | undefined;

/** Makes people and sections that belong to one test alone. */
export class Newsroom {
  constructor(private readonly browser: Browser) {}

  async person(role: Role): Promise<Person> {
    const key = randomBytes(5).toString("hex");
    const name = `${{ reporter: "Reporter", editor: "Editor", admin: "Admin" }[role]} ${key}`;
    const email = `${key}@journeys.example`;
    const made = await createStaff({ name, email, role, title: "of the journeys", password: null });
    if (!made.ok) throw new Error(made.why);
    passwordHash ??= hashPassword(password);
    await database()
      .update(users)
      .set({ passwordHash: await passwordHash })
      .where(eq(users.id, made.value.id));
    return { ...made.value, name, email, password, role };
  }

  async section(): Promise<{ id: string; name: string; slug: string }> {
    const key = randomBytes(5).toString("hex");
    const section = { id: newId(), name: `Section ${key}`, slug: `section-${key}`, position: 900 };
    await database().insert(sections).values(section);
    return section;
  }

  /** A browser of the person's own, signed in, with no page open yet. The form of signing in has journeys of its own. */
  async signedIn(
    person: Person,
    given: { viewport?: { width: number; height: number } } = {},
  ): Promise<Page> {
    const page = await this.visitor(given);
    const browser = await page.evaluate(() => navigator.userAgent);
    const token = await startSession(person.id, browser, "password");
    const value = await encode({ token: { token }, secret: process.env.NEXTAUTH_SECRET ?? "" });
    const [name, url] = ["verbatim-desk", process.env.BASE_URL ?? ""];
    await page.context().addCookies([{ name, value, url, httpOnly: true, sameSite: "Strict" }]);
    return page;
  }

  /** A browser that nobody has signed in with. */
  async visitor(
    given: {
      baseURL?: string;
      viewport?: { width: number; height: number };
      javaScriptEnabled?: boolean;
      colorScheme?: "light" | "dark";
    } = {},
  ): Promise<Page> {
    const context = await this.browser.newContext({
      baseURL: process.env.BASE_URL ?? "",
      locale: "en-GB",
      timezoneId: "Europe/London",
      ...given,
    });
    return context.newPage();
  }
}

export const test = base.extend<{ newsroom: Newsroom }>({
  newsroom: async ({ browser }, use) => {
    await use(new Newsroom(browser));
    for (const context of browser.contexts()) await context.close();
  },
});
test.afterAll(closeDatabase);

/** Confirms the second factor that is being set up, with the code that its authenticator shows now: it is taken for half
 * a minute at least, since the one before is taken too. */
export async function confirmFactor(page: Page): Promise<void> {
  const key = (await page.getByLabel("Key", { exact: true }).inputValue()).replaceAll(" ", "");
  const code = new TOTP({ secret: Secret.fromBase32(key), ...totp }).generate();
  await page.getByLabel("Code", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Confirm" }).click();
}

/** Fails on anything that axe finds wrong on the page as it stands. */
export const expectAccessible = (page: Page): Promise<void> => expectNoViolation(axeOf(page));

/** The rules whose outcome a page's colours decide: all others find the same in light and in dark. */
const rulesOfColours = ["color-contrast", "link-in-text-block"];

/** The same in light and in dark. */
export async function expectAccessibleInBoth(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await test.step("in dark", () => expectNoViolation(axeOf(page).withRules(rulesOfColours)));
}

/** All frames are our own, so no blank page has to be opened to gather what was found in them. */
const axeOf = (page: Page) => new AxeBuilder({ page }).setLegacyMode(true);

async function expectNoViolation(axe: AxeBuilder): Promise<void> {
  const { violations } = await axe.analyze();
  expect
    .soft(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" · ")}`))
    .toEqual([]);
}

/** Waits until the writing page says that the database has exactly this text. */
export const expectSaved = (page: Page) =>
  expect(page.getByRole("status").filter({ hasText: /^✓?\s*Saved/ })).toBeVisible();

export { type APIRequestContext, expect, type Page };
