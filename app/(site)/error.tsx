"use client";

/** What a reader sees when a page could not be made. It asks the database for nothing: that may be what is missing. */
export default function SiteError() {
  return (
    <main id="main">
      <div className="plain">
        <h1>This page could not be made</h1>
        <p>The fault is ours, and nothing you sent was lost by it. Please try again in a minute.</p>
        <p>
          <a href="/">Front page</a>
        </p>
      </div>
    </main>
  );
}
