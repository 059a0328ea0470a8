import { type Embed, embedFrame, embedName, embedPage, embedShape, embedWhat } from "@/domain/body/embeds";

type Props = {
  embed: Embed;
  caption: string;
  /** Mastodon servers whose posts may be shown in a page. */
  mastodonHosts: readonly string[];
};

/** Something of somebody else's site. It is a link, and stays one without scripts and on paper. The readers' script puts
 * a button beside it, and only whoever presses that is known to the other site. */
export function EmbedFigure({ embed, caption, mastodonHosts }: Props) {
  const frame = embedFrame(embed, mastodonHosts);
  const what = embedWhat(embed);
  return (
    <figure
      className={`embed embed-${embedShape(embed)}`}
      {...(frame && { "data-embed": frame, "data-title": caption || what })}
    >
      <p className="embed-what">
        {caption ? (
          <span className="embed-caption" dir="auto">
            {caption}
          </span>
        ) : null}
        <a href={embedPage(embed)} rel="noopener">
          {what}
        </a>
      </p>
      {frame ? (
        <p className="embed-show" hidden>
          <button type="button">Show it here</button> {embedName(embed)} then learns that you are reading
          this.
        </p>
      ) : null}
    </figure>
  );
}
