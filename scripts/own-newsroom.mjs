import { join } from "node:path";
import { root } from "./folders.mjs";
import { freePort } from "./ports.mjs";

/**
 * Makes this command run a newsroom of its own in `.data/{name}`, on a free port, whatever newsroom the person's own
 * settings name: theirs is never tested, measured or drawn. Before `startNewsroom` is called. Returns the folder.
 */
export async function asOwnNewsroom(name) {
  for (const setting of [
    "DATABASE_URL",
    "DATABASE_URL_OWNER",
    "DATABASE_URL_DIRECT",
    "ORIGIN",
    "HOST",
    "TRUST_PROXY",
  ])
    delete process.env[setting];
  const folder = join(root, ".data", name);
  process.env.VERBATIM_DATA = folder;
  process.env.PORT = String(await freePort());
  return folder;
}
