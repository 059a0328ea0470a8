import { mkdtempSync, rmSync } from "node:fs";
import { readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { inStudio, processesInStudio } from "@/server/pictures/studio";

// Beside the database's tests for their set-up alone, which makes the program that works on pictures.
const folder = mkdtempSync(join(tmpdir(), "verbatim-studio-"));
const file = join(folder, "large.jpg");
const noise = { type: "gaussian", mean: 128, sigma: 60 } as const;

beforeAll(async () => {
  await sharp({ create: { width: 6000, height: 5000, channels: 3, background: "#888888", noise } })
    .jpeg()
    .toFile(file);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const job = (name: string) => ({
  from: { file },
  into: folder,
  name: name.repeat(32),
  formats: ["webp", "jpg"] as const,
});

it("refuses a picture at which a worker dies, and works on the next one with another", async () => {
  const dying = inStudio(job("a"));
  await expect.poll(() => processesInStudio().length, { interval: 5 }).toBe(1);
  const [worker] = processesInStudio();
  worker?.kill("SIGKILL");
  expect(await dying).toEqual({ ok: false, why: "picture_too_heavy" });
  expect(await inStudio(job("b"))).toMatchObject({ ok: true, value: { width: 6000, height: 5000 } });
  expect(processesInStudio().map((each) => each.pid)).not.toContain(worker?.pid);
});

it("works on two at once and no more, and gives the workers up when there is nothing to do", async () => {
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, processesInStudio().length);
  }, 5);
  const made = await Promise.all(["c", "d", "e", "f"].map((name) => inStudio(job(name))));
  clearInterval(watch);
  expect(made.every((each) => each.ok)).toBe(true);
  expect(most).toBe(2);
  await expect.poll(() => processesInStudio().length, { timeout: 15_000 }).toBe(0);
});

it("says that a worker's own trouble is no fault of the picture", async () => {
  await expect(inStudio({ ...job("a"), into: join(folder, "nowhere") })).rejects.toThrow(/ENOENT/);
  await expect(inStudio({ ...job("a"), from: { file: join(folder, "gone") } })).rejects.toThrow(/ENOENT/);
});

it("keeps none of the newsroom's settings in a worker", async () => {
  process.env.SOURCE_KEYS_OF_THIS_TEST = "CANARY";
  const text = join(folder, "text.jpg");
  await writeFile(text, "no picture");
  expect(await inStudio({ ...job("a"), from: { file: text } })).toEqual({
    ok: false,
    why: "picture_unreadable",
  });
  const [worker] = processesInStudio();
  const spawned = await readdir(`/proc/${worker?.pid}`).catch(() => null);
  // Only Linux shows what another process was given.
  if (spawned) {
    const { readFile } = await import("node:fs/promises");
    const given = await readFile(`/proc/${worker?.pid}/environ`, "utf8");
    expect(given).toContain("MALLOC_ARENA_MAX");
    expect(given).not.toMatch(/CANARY|SOURCE_KEYS|DATABASE_URL|NEXTAUTH/);
  }
});
