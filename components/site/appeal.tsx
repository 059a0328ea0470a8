import { appealAddress } from "@/domain/appeal";
import type { Paper } from "@/domain/paper";

/** The appeal for support, in the newsroom's own words. The link goes through us to be counted; the script remembers on
 * the reader's own machine that it was dismissed, and works out how often it stands. */
export function Appeal({ paper, place }: { paper: Paper; place: "bar" | "end" }) {
  const { appeal, appealManner } = paper;
  if (!appeal || (place === "end" && !appealManner.end)) return null;
  return (
    <aside
      className={place === "bar" ? "appeal" : "appeal-end"}
      aria-label={place === "bar" ? "Support us" : "Support us, at the end"}
      data-appeal
      data-every={appealManner.every}
      data-again={appealManner.again}
      data-seen={place}
    >
      <div>
        <p>
          <strong>{appeal.lead}</strong> {appeal.text}
        </p>
        <a href={appealAddress(place)} rel="nofollow">
          {appeal.label}
        </a>
        <button type="button" aria-label="Dismiss" data-dismiss hidden>
          ×
        </button>
      </div>
    </aside>
  );
}
