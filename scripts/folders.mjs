import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the clone. */
export const root = resolve(fileURLToPath(new URL("..", import.meta.url)));

/** Where everything lies that this newsroom must not lose: `.data` in the clone, or where VERBATIM_DATA says. */
export function dataFolder() {
  return resolve(root, process.env.VERBATIM_DATA || ".data");
}
