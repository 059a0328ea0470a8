import type { Metadata } from "next";
import { PageHead } from "@/components/desk/page-head";

export const metadata: Metadata = { title: "Not here" };

/** What was asked for is not there, or not for this person: nobody is told which. */
export default function NotHere() {
  return (
    <>
      <PageHead title="Not here" />
      <p className="m-0 max-w-xl px-4 text-[15px] leading-normal text-ink-2 md:px-6.5">
        There is nothing at this address, or it is not for you to see. If a colleague sent you the link, ask
        whether you should have it: an editor can make you an author of the story. Else go{" "}
        <a href="/desk" className="font-semibold text-info">
          back to the board
        </a>
        .
      </p>
    </>
  );
}
