import type { Metadata } from "next";
import { Frame } from "@/components/site/frame";
import { thePaper } from "./the-paper";

export const metadata: Metadata = { title: "No such page" };

export default async function NotFound() {
  const shown = await thePaper();
  return (
    <Frame shown={shown}>
      <div className="plain">
        <h1>There is no page here</h1>
        <p>The address may have been mistyped, or the page may never have been.</p>
        <form action="/search" method="get" className="search-form" role="search">
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
