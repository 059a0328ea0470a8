import { PlainPage } from "@/components/site/plain-page";
import { environment } from "@/environment";
import { sitePage } from "../site-page";
import { thePaper } from "../the-paper";

export const dynamic = "force-dynamic";

/** Where readers ask for the newsletter. The form works without scripts. */
export const GET = sitePage(async () => {
  const shown = await thePaper();
  const { paper } = shown;
  const isOpen = paper.newsletter.on && environment().mail !== null;
  return {
    shown,
    head: { title: "Newsletter", canonical: "/newsletter" },
    body: (
      <PlainPage shown={shown} title="Newsletter">
        {isOpen ? (
          <>
            <p>
              The day’s stories of <bdi>{paper.name}</bdi> by mail, once a day at about{" "}
              {paper.newsletter.hour}. We keep your email for this and nothing else, and do not learn whether
              you open it. Every letter has a link to leave.
            </p>
            <form method="post" action="/newsletter/ask">
              <label htmlFor="newsletter-email">Email</label>
              <input
                id="newsletter-email"
                name="email"
                type="email"
                required
                maxLength={254}
                autoComplete="email"
              />
              <div className="website" aria-hidden="true" hidden>
                <label htmlFor="newsletter-website">Leave this empty</label>
                <input id="newsletter-website" name="website" tabIndex={-1} autoComplete="off" />
              </div>
              <p>You get a letter with a link, and nothing more until you press it.</p>
              <button type="submit">Ask for the newsletter</button>
            </form>
          </>
        ) : (
          <p>The newsletter is not available yet.</p>
        )}
      </PlainPage>
    ),
  };
});
