import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const alias = { "@": root.replace(/\/$/, ""), "server-only": `${root}db/testing/server-only.ts` };

// What environment.ts asks for, where no start command has made it.
const env = {
  NEXTAUTH_SECRET: "for the tests only, and long enough for them",
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32, 1).toString("base64"),
  SOURCE_KEYS: `1:${Buffer.alloc(32, 2).toString("base64")}`,
  // Mail is on, so that letters are posted; a test that sends them has a mail server of its own.
  SMTP_URL: "smtp://127.0.0.1:1",
  MAIL_FROM: "desk@paper.example",
};

export default defineConfig({
  test: {
    // More than cores: half of the time of most tests goes to the database, or to a clock.
    maxWorkers: availableParallelism() + 1,
    projects: [
      {
        resolve: { alias },
        test: {
          name: "rules",
          // A law over a thousand texts takes a second, and several on a busy machine: this ends what hangs, and no more.
          testTimeout: 30_000,
          include: [
            "domain/**/*.test.ts",
            "components/**/*.test.{ts,tsx}",
            "server/**/*.test.ts",
            "scripts/**/*.test.ts",
          ],
          exclude: ["**/*.db.test.ts"],
        },
      },
      {
        resolve: { alias },
        test: {
          name: "database",
          env,
          include: ["db/**/*.test.ts", "server/**/*.db.test.ts"],
          globalSetup: ["./db/testing/global-setup.ts", "./db/testing/picture-worker.mjs"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
