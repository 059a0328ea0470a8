import { documentAddress, type PublicNote } from "@/domain/publication/document";
import { reasonTold, sentence } from "@/domain/publication/reason";

/** The notes of one paragraph, in one place beside it: however many there are, they push no text apart. */
export function MarginNotes({ notes, linked }: { notes: readonly PublicNote[]; linked: boolean }) {
  if (notes.length === 0) return null;
  return (
    <div className="notes">
      {notes.map((note) => (
        <MarginNote key={note.number} note={note} linked={linked} />
      ))}
    </div>
  );
}

/** Who said it, when, where, and how that was verified: beside the paragraph on a wide screen, and a line under it that
 * opens on a narrow one. It is a `details`, so it opens without a script, and a link to it opens it. */
function MarginNote({ note, linked }: { note: PublicNote; linked: boolean }) {
  const who = `note-${note.number}-who`;
  return (
    <div className={`note ${note.standing}`} role="note" aria-labelledby={who}>
      <details>
        <summary id={who} dir="auto">
          <b>
            {note.number} · <bdi>{note.speaker}</bdi>
          </b>
          {note.role ? (
            <>
              {note.standing === "unnamed" ? " " : ", "}
              <bdi>{note.role}</bdi>
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
                Read the document: <bdi>{each.title}</bdi>
                {each.page ? `, page ${each.page}` : ""}
              </a>
            </p>
          ))}
          {linked && note.slug ? (
            <p className="more" dir="auto">
              <a href={`/said/${note.slug}`}>
                All quotes by <bdi>{note.speaker}</bdi>
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
