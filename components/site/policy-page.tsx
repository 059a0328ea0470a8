import { type PolicyName, policyNames, policyTitles } from "@/domain/paper";
import { linkedPieces } from "@/domain/reply-rules";
import { Frame } from "./frame";
import type { PaperShown } from "./shown";

/** One of the paper's policies, in the paragraphs its newsroom wrote, and the way to the others. */
export function PolicyPage({ shown, name }: { shown: PaperShown; name: PolicyName }) {
  const { policies } = shown.paper;
  const paragraphs = policies[name].split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== "");
  const others = policyNames.filter((other) => other !== name && policies[other].trim() !== "");
  return (
    <Frame shown={shown}>
      <div className="plain">
        <h1>{policyTitles[name]}</h1>
        {paragraphs.length === 0 ? (
          <p className="empty">The newsroom has not written this page yet.</p>
        ) : null}
        {paragraphs.map((paragraph) => (
          <p key={paragraph} className="as-written" dir="auto">
            {linkedPieces(paragraph.trim(), { mail: true }).map((piece, index) =>
              piece.href ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never change places
                <a key={index} href={piece.href}>
                  {piece.text}
                </a>
              ) : (
                piece.text
              ),
            )}
          </p>
        ))}
        {others.length > 0 ? (
          <>
            <h2>More about the paper</h2>
            <ul>
              {others.map((other) => (
                <li key={other}>
                  <a href={other === "about" ? "/about" : `/about/${other}`}>{policyTitles[other]}</a>
                </li>
              ))}
              <li>
                <a href="/corrections">Corrections</a>
              </li>
            </ul>
          </>
        ) : null}
      </div>
    </Frame>
  );
}
