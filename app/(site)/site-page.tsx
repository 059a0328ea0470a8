import type { ReactNode } from "react";
import { Document, type Head } from "@/components/site/document";
import { PlainPage } from "@/components/site/plain-page";
import type { PaperShown } from "@/components/site/shown";
import { furtherSheetsOf } from "@/domain/further-sheets";
import { siteFile } from "@/server/site-files";
import { logUnexpected } from "@/server/unexpected";
import { firstFonts } from "../styles/first-fonts";
import type { Query } from "./addresses";
import { feedsUnder } from "./feeds";
import { siteOrigin } from "./origin";
import { thePaper } from "./the-paper";

/** A page for readers: what its head says, and what it shows. */
export type SitePage = {
  readonly shown: PaperShown;
  readonly head: Head;
  readonly body: ReactNode;
  /** 200 unless it says better. */
  readonly status?: number;
};

/** Where a page is now that was asked for at another address: a path. */
type Moved = { readonly movedTo: string };

export const movedTo = (path: string): Moved => ({ movedTo: path });

type Asked<Params> = { readonly params: Params; readonly query: Query };

/** What answers the address of a page: `make` says what stands there, with all that it waits for at hand, and it is drawn
 * straight to HTML. Nothing of React goes to a reader; see docs/decisions/0058. A page that cannot be made answers 500
 * and is logged. */
export function sitePage<Params = Record<string, never>>(
  make: (asked: Asked<Params>) => Promise<SitePage | Moved>,
) {
  return async (request: Request, { params }: { params: Promise<Params> }): Promise<Response> => {
    try {
      const made = await make({ params: await params, query: queryOf(request.url) });
      return "movedTo" in made ? moved(made.movedTo) : await draw(made);
    } catch (error) {
      return unmade(logUnexpected(error, "making a reader's page"));
    }
  };
}

function queryOf(url: string): Query {
  const query: Query = {};
  for (const [name, value] of new URL(url).searchParams) {
    const before = query[name];
    query[name] = before === undefined ? value : [before, value].flat();
  }
  return query;
}

const moved = (to: string) => new Response(null, { status: 308, headers: { location: to } });

/** The page as it is sent. */
export async function draw({ shown, head, body, status = 200 }: SitePage): Promise<Response> {
  // Next refuses it at the top of a file: it would be a mistake in what a browser loads.
  const { renderToStaticMarkup } = await import("react-dom/server");
  const html = renderToStaticMarkup(
    <Document
      shown={shown}
      head={{ forms: feedsUnder("", shown.paper.name), ...head }}
      origin={siteOrigin()}
      files={{ fonts: firstFonts, script: siteFile("site.js") }}
    >
      {body}
    </Document>,
  );
  return new Response(`<!DOCTYPE html>${withFurtherSheets(html)}`, {
    status,
    headers: { "content-type": "text/html; charset=utf-8" },
  });
}

function withFurtherSheets(html: string): string {
  const links = furtherSheetsOf(html).map((name) => `<link rel="stylesheet" href="${siteFile(name)}"/>`);
  return html.replace("</head>", () => `${links.join("")}</head>`);
}

/** What a reader sees at an address that has no page. */
export async function missingPage(known?: PaperShown): Promise<SitePage> {
  const shown = known ?? (await thePaper());
  return {
    shown,
    status: 404,
    head: { title: "No such page", robots: "noindex" },
    body: (
      <PlainPage shown={shown} title="There is no page here">
        <p>The address may have been mistyped, or the page may never have been.</p>
        <form action="/search" method="get" className="search-form">
          <div>
            <label htmlFor="q">Look for it</label>
            <input id="q" name="q" type="search" maxLength={200} dir="auto" />
          </div>
          <button type="submit">Search</button>
        </form>
        <p>
          <a href="/">Front page</a>
        </p>
      </PlainPage>
    ),
  };
}

/** What a reader sees when a page could not be made. Where not even the paper can be read it is a plain sentence; the
 * server in front knows whether the database is what is missing. */
async function unmade(id: string): Promise<Response> {
  try {
    const shown = await thePaper();
    return await draw({
      shown,
      status: 500,
      head: { title: "This page could not be made", robots: "noindex" },
      body: (
        <PlainPage shown={shown} title="This page could not be made">
          <p>
            The fault is ours, and nothing you sent was lost by it. Please try again in a minute; if it stays
            so, tell us this number: {id}.
          </p>
          <p>
            <a href="/">Front page</a>
          </p>
        </PlainPage>
      ),
    });
  } catch {
    return new Response(`This page could not be made (${id}). Please try again later.\n`, {
      status: 500,
      headers: { "content-type": "text/plain; charset=utf-8" },
    });
  }
}
