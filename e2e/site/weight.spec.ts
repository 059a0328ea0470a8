import { sql } from "drizzle-orm";
import { database } from "@/db/client";
import { expect, ofDemonstration, test } from "../newsroom";

/** In bytes, of all that a story fetches beside pictures and fonts; and of what every story fetches. */
const most = 11.5 * 1024;
const mostOf: Record<string, number> = { "story.css": 3.75 * 1024, "site.js": 1.75 * 1024 };

/** Bytes over the wire, as the server says before it sends them. */
async function bytesOf(path: string): Promise<{ length: number; text: string }> {
  const reply = await fetch(new URL(path, process.env.BASE_URL), { headers: { "accept-encoding": "br" } });
  expect(`${path} ${reply.status} ${reply.headers.get("content-encoding")}`).toBe(`${path} 200 br`);
  return { length: Number(reply.headers.get("content-length")), text: await reply.text() };
}

test("a first visit to a story takes 11.5 KiB at the most, beside pictures and fonts", async () => {
  const live = await database().execute<{ address: string }>(
    sql`select address from publications where withdrawn_at is null and ${ofDemonstration}`,
  );
  expect(live.length).toBeGreaterThan(5);
  for (const { address } of live) {
    // It is made smaller a moment after it was first read.
    await expect(async () => {
      const page = await bytesOf(address);
      const named = [...page.text.matchAll(/(?:href|src)="(\/site\/([a-z.-]+)[^"]*)"/g)];
      expect(named.length, address).toBeGreaterThan(1);
      const files = await Promise.all(named.map((match) => bytesOf(match[1] ?? "")));
      for (const [index, match] of named.entries()) {
        const bound = mostOf[match[2] ?? ""];
        if (bound) expect(files[index]?.length, match[1]).toBeLessThanOrEqual(bound);
      }
      const total = files.reduce((sum, file) => sum + file.length, page.length);
      expect(total, address).toBeLessThanOrEqual(most);
    }).toPass({ timeout: 10_000 });
  }
});
