import type { ReactNode } from "react";
import { PlainPage } from "@/components/site/plain-page";
import { readersPolicy } from "@/server/policies";
import { draw } from "./site-page";
import { thePaper } from "./the-paper";

type Answer = {
  readonly title: string;
  readonly body: ReactNode;
  /** For an address that holds a secret: no other site learns of it. */
  readonly secret?: boolean;
};

/** What a reader's form or link answers, in the dress of the paper's pages. It is kept nowhere: what it says is the
 * reader's alone. */
export async function answerPage(status: number, { title, body, secret }: Answer): Promise<Response> {
  const shown = await thePaper();
  const page = await draw({
    shown,
    status,
    head: { title, robots: "noindex" },
    body: (
      <PlainPage shown={shown} appeals="never" title={title}>
        {body}
      </PlainPage>
    ),
  });
  page.headers.set("cache-control", "no-store");
  page.headers.set("content-security-policy", readersPolicy);
  if (secret) page.headers.set("referrer-policy", "no-referrer");
  return page;
}
