import type { Metadata } from "next";
import { Frame } from "@/components/site/frame";
import { thePaper } from "./the-paper";

/** The head of the page for an address that has none. Next's own `notFound()` leaves an empty page to be filled in by its
 * scripts, which readers' pages do not have; so the page is drawn like any other, and the server in front answers 404
 * because of what stands here. */
export const missingMetadata: Metadata = {
  title: "No such page",
  robots: { index: false },
  other: { "verbatim-status": "404" },
};

/** What a reader sees at an address that has no page. */
export async function MissingPage() {
  const shown = await thePaper();
  return (
    <Frame shown={shown}>
      <div className="plain">
        <h1>There is no page here</h1>
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
      </div>
    </Frame>
  );
}
