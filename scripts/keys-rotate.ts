import { closeDatabase } from "@/db/client";
import { EnvironmentError } from "@/environment";
import { NotFit } from "@/server/durability";
import { rotateSourceKeys } from "@/server/rotate-source-keys";

// Run by keys-rotate.mjs, which has found the database and the secrets.
try {
  const { failed } = await rotateSourceKeys((line) => process.stdout.write(`${line}\n`));
  process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
  if (!(error instanceof NotFit || error instanceof EnvironmentError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
