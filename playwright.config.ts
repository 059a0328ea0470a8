import { availableParallelism } from "node:os";
import { defineConfig } from "@playwright/test";

/** Journeys through the production build, in Chromium. `scripts/journeys.mjs` starts the newsroom that they walk in. */
export default defineConfig({
  testDir: "e2e",
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // More than cores: for half of its time a journey waits, for a pause of typing, a clock or another server.
  workers: availableParallelism() + 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [["line"], ["json"]] : [["list"]],
  use: {
    baseURL: process.env.BASE_URL ?? "",
    locale: "en-GB",
    timezoneId: "Europe/London",
    screenshot: "only-on-failure",
    // What was called and answered, of a journey that failed. Pictures of each step would cost all of them a fifth more
    // time.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: false, sources: true },
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || undefined,
      args: [
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ],
    },
  },
});
