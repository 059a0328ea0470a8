import { PlainPage } from "@/components/site/plain-page";
import { sitePage } from "../site-page";
import { thePaper } from "../the-paper";

export const dynamic = "force-dynamic";

/** What a reader sees without a network. The browser's own part of it (`offline-worker.js`) puts the stories that it keeps
 * in place of the empty line; here nobody knows of them. */
export const GET = sitePage(async () => {
  const shown = await thePaper();
  return {
    shown,
    head: { title: "Stories kept on this device", robots: "noindex" },
    body: (
      <PlainPage shown={shown} appeals="never" title="When you are offline">
        <p>
          The stories you read last are kept on this device, and nowhere else, so that you can read them
          again.
        </p>
        <p data-none="">None is kept here yet. Read a story while there is a network, and it will be here.</p>
      </PlainPage>
    ),
  };
});
