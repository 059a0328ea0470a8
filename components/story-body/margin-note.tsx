import { documentAddress, type PublicNote } from "@/domain/publication/document";
import { reasonTold, sentence } from "@/domain/publication/reason";

/** In which tongue a note is, where the story is in another: the paper says it, and names in it are the story's. */
export type NoteTongues = {
  readonly ours?: { readonly lang?: string; readonly dir?: "ltr" | "rtl" } | undefined;
  readonly theirs?: string | undefined;
};

/** The notes of one paragraph, in one place beside it: however many there are, they push no text apart. */
export function MarginNotes({
  notes,
  linked,
  ours,
  theirs,
}: { notes: readonly PublicNote[]; linked: boolean } & NoteTongues) {
  if (notes.length === 0) return null;
  return (
    <div className="notes" {...ours}>
      {notes.map((note) => (
        <MarginNote key={note.number} note={note} linked={linked} theirs={theirs} />
      ))}
    </div>
  );
}

/** Who said it, when, where, and how that was verified: beside the paragraph on a wide screen, and a line under it that
 * opens on a narrow one. It is a `details`, so it opens without a script, and a link to it opens it. */
function MarginNote({
  note,
  linked,
  theirs,
}: { note: PublicNote; linked: boolean } & Pick<NoteTongues, "theirs">) {
  const who = `note-${note.number}-who`;
  return (
    <div className={`note ${note.standing}`} role="note" aria-labelledby={who}>
      <details>
        <summary id={who} dir="auto">
          <b>
            {note.number} · <bdi lang={theirs}>{note.speaker}</bdi>
          </b>
          {note.role ? (
            <>
              {note.standing === "unnamed" ? " " : ", "}
              <bdi lang={theirs}>{note.role}</bdi>
            </>
          ) : null}
        </summary>
        <div className="note-text" id={`note-${note.number}`}>
          {note.occasion ? (
            <p dir="auto">
              {note.occasion} {note.kept ? <span className="kept">{note.kept}</span> : null}
            </p>
          ) : null}
          {note.unnamedReason ? <p dir="auto">{reasonTold(note.unnamedReason)}</p> : null}
          {note.credibility ? <p dir="auto">{sentence(note.credibility)}</p> : null}
          <p className="how" dir="auto">
            {note.standing === "verified" ? <span aria-hidden="true">✓ </span> : null}
            {note.verified}
          </p>
          {note.documents?.map((each) => (
            <p key={each.name} className="more" dir="auto">
              <a href={documentAddress(each)}>
                Read the document: <bdi lang={theirs}>{each.title}</bdi>
                {each.page ? `, page ${each.page}` : ""}
              </a>
            </p>
          ))}
          {linked && note.slug ? (
            <p className="more" dir="auto">
              <a href={`/said/${note.slug}`}>
                All quotes by <bdi lang={theirs}>{note.speaker}</bdi>
              </a>
              {note.ref ? (
                <>
                  {" · "}
                  <a href={`/quote/${note.ref}`}>Link to this quote</a>
                </>
              ) : null}
            </p>
          ) : null}
        </div>
      </details>
    </div>
  );
}
