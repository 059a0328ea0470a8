import { readFileSync } from "node:fs";
import type { APIRequestContext, Page } from "@playwright/test";

type Reference = { readonly exportedName: string; readonly workers: Readonly<Record<string, unknown>> };

/** The addresses under which the build answers actions: what a browser would be given with the page. */
const references: Readonly<Record<string, Reference>> = JSON.parse(
  readFileSync(".next/server/server-reference-manifest.json", "utf8"),
).node;

/** The names of the actions that the build lets anybody call. */
export const builtActions = [...new Set(Object.values(references).map((each) => each.exportedName))];

/** Calls an action as a browser would, without any page or button. Answers the body of the reply. */
export async function callDirectly(
  request: APIRequestContext,
  action: string,
  given: readonly unknown[],
  ids: { readonly story: string },
  origin = new URL(process.env.BASE_URL ?? "").origin,
): Promise<string> {
  const found = Object.entries(references).find(([, each]) => each.exportedName === action);
  const page = Object.keys(found?.[1].workers ?? {})[0];
  if (!found || !page) throw new Error(`the build has no action ${action}`);
  const path = page
    .replace(/^app/, "")
    .replace(/\/page$/, "")
    .replace(/\/\([^)]*\)/g, "")
    .replace(/\[(?:id|source|quote)\]/g, ids.story)
    .replace(/\[[^\]]*\]/g, "none");
  const reply = await request.post(`${origin}${path}`, {
    headers: {
      "next-action": found[0],
      accept: "text/x-component",
      "content-type": "text/plain;charset=UTF-8",
      origin,
    },
    data: JSON.stringify(given),
    maxRedirects: 0,
  });
  return reply.text();
}

/** The first reason for a refusal that stands in a reply, or null. */
export const refusalIn = (reply: string): string | null => /"why":"(\w+)"/.exec(reply)?.[1] ?? null;

/** Refusals that are about who is asking; any other answer means that the door itself was open. */
export const aboutWho = new Set([
  "not_signed_in",
  "not_found",
  "not_yours",
  "editors_only",
  "admins_only",
  "own_story",
  "own_quote",
  "own_source",
  "not_your_source",
  "not_your_quote",
  "not_your_picture",
  "not_granted",
]);

/** Saves a text as the writing page does. */
export const saveDirectly = (page: Page, story: string, given: object) =>
  page.request.put(`/desk/stories/${story}/text`, {
    headers: { origin: new URL(process.env.BASE_URL ?? "").origin },
    data: given,
  });
