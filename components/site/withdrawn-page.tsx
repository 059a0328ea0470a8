import { Frame } from "./frame";
import { Moment } from "./moment";
import type { PaperShown } from "./shown";

/** What stands at the address of a story that the paper took back. */
export function WithdrawnPage({
  shown,
  withdrawnAt,
  note,
}: {
  shown: PaperShown;
  withdrawnAt: Date;
  note: string;
}) {
  return (
    <Frame shown={shown}>
      <article className="plain">
        <h1>This story has been withdrawn</h1>
        <p>
          It was taken down on <Moment at={withdrawnAt} format="day" clock={shown.paper} /> and is no longer
          part of the paper.
        </p>
        {note ? <p dir="auto">{note}</p> : null}
        <p>
          <a href="/corrections">Corrections</a> · <a href="/">Front page</a>
        </p>
      </article>
    </Frame>
  );
}
