import { type PolicyName, policyNames, policyTitles } from "@/domain/paper";
import { Linked } from "./linked";
import { PlainPage } from "./plain-page";
import type { PaperShown } from "./shown";

/** One of the paper's policies, in the paragraphs its newsroom wrote, and the way to the others. */
export function PolicyPage({ shown, name }: { shown: PaperShown; name: PolicyName }) {
  const { policies } = shown.paper;
  const paragraphs = policies[name].split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== "");
  const others = policyNames.filter((other) => other !== name && policies[other].trim() !== "");
  return (
    <PlainPage shown={shown} title={policyTitles[name]}>
      {paragraphs.length === 0 ? <p className="empty">The newsroom has not written this page yet.</p> : null}
      {paragraphs.map((paragraph) => (
        <p key={paragraph} className="as-written" dir="auto">
          <Linked text={paragraph.trim()} mail />
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
    </PlainPage>
  );
}
