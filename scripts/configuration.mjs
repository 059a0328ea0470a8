import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { CannotStart, say } from "./say.mjs";

/**
 * Looks at the settings that a person is likely to mistype, before anything is installed or started, and stops
 * with one line that names the first wrong one. `environment.ts` judges all of them again in the server.
 */
export function readConfiguration(env = process.env) {
  const port = env.PORT || "3000";
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65535) {
    throw new CannotStart(`PORT must be a number from 1 to 65535; it is "${port}".`);
  }
  const host = env.HOST || "127.0.0.1";
  if (!/^[\w.:%-]+$/.test(host)) {
    throw new CannotStart(
      `HOST must be an address to listen on, such as 127.0.0.1 or 0.0.0.0; it is "${host}".`,
    );
  }
  for (const name of ["DATABASE_URL", "DATABASE_URL_OWNER", "DATABASE_URL_DIRECT"])
    checkDatabaseAddress(name, env[name]);
  if (!env.DATABASE_URL && (env.DATABASE_URL_OWNER || env.DATABASE_URL_DIRECT)) {
    throw new CannotStart(
      "DATABASE_URL is missing: DATABASE_URL_OWNER and DATABASE_URL_DIRECT only go beside it.",
    );
  }
  if (env.ORIGIN) checkOrigin(env.ORIGIN);
  return {
    port: Number(port),
    host,
    origin: env.ORIGIN || `http://localhost:${port}`,
    ownDatabase: !env.DATABASE_URL,
  };
}

function checkDatabaseAddress(name, value) {
  if (!value) return;
  const address = URL.canParse(value) ? new URL(value) : null;
  if (!address || !/^postgres(ql)?:$/.test(address.protocol) || address.pathname.length < 2) {
    // The value is not repeated: it holds a password.
    throw new CannotStart(`${name} must look like postgres://user:password@host:5432/database; it does not.`);
  }
}

function checkOrigin(value) {
  const origin = URL.canParse(value) ? new URL(value) : null;
  if (
    !origin ||
    !/^https?:$/.test(origin.protocol) ||
    (origin.origin !== value && `${origin.origin}/` !== value)
  ) {
    throw new CannotStart(
      `ORIGIN must be the address readers use, such as https://paper.example; it is "${value}".`,
    );
  }
}

function tryPort(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error) => resolve(error.code));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(null)));
  });
}

/**
 * Stops with one line when the port cannot be had. A server that lost its supervisor a moment ago may still be
 * finishing its last requests, so a taken port is asked for again for a few seconds.
 */
export async function checkPort({ port, host }) {
  const until = performance.now() + 6_000;
  for (let told = false; ; told = true) {
    const problem = await tryPort(port, host);
    if (!problem) return;
    if (problem === "EACCES")
      throw new CannotStart(`PORT ${port} may only be used by root: set PORT to one above 1023.`);
    if (problem === "EADDRNOTAVAIL" || problem === "ENOTFOUND") {
      throw new CannotStart(`HOST ${host} is not an address of this machine.`);
    }
    if (performance.now() > until) {
      throw new CannotStart(
        `PORT ${port} is in use by another program: stop it, or set PORT to another number.`,
      );
    }
    if (!told) say(`Port ${port} is taken; waiting a moment for it`);
    await wait(250);
  }
}
