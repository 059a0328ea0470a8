import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { requireStaff, type Staff } from "@/auth";
import { buttonClasses } from "@/components/desk/button";
import { Empty } from "@/components/desk/empty";
import { PageHead } from "@/components/desk/page-head";
import { Pill } from "@/components/desk/pill";
import { NewQuote } from "@/components/quotes/quote-dialogs";
import { QuoteList } from "@/components/quotes/quote-list";
import { AttestPanel } from "@/components/sources/attest-panel";
import { Conditions } from "@/components/sources/conditions";
import { MergePanel } from "@/components/sources/merge-panel";
import { OccasionList } from "@/components/sources/occasion-list";
import { SealPanel } from "@/components/sources/seal-panel";
import { ChangeSource } from "@/components/sources/source-form";
import { ComingUses, PrintedUses } from "@/components/sources/source-stories";
import { paperOf } from "@/db/queries/desk/paper";
import { colleagues } from "@/db/queries/desk/people";
import { quotesListed } from "@/db/queries/desk/quotes-listed";
import { storiesOfSource } from "@/db/queries/desk/source-stories";
import { type SourcePage as Found, likelyDuplicates, sourceForDesk } from "@/db/queries/desk/sources";
import { fullMoment } from "@/domain/desk-times";
import { isId } from "@/domain/ids";
import { isEditor } from "@/domain/people";
import { sourceKindNames } from "@/domain/quotes";
import { refusalWords } from "@/domain/refusal";
import { decideAttestation, mayChangeSource } from "@/domain/source-rules";

export const metadata: Metadata = { title: "Source" };

/** One source: who it is, when it spoke, what it said, where that is used, and who knows an unnamed one. */
export default async function SourcePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await requireStaff(`/desk/sources/${id}`);
  const found = isId(id) ? await sourceForDesk(actor, id) : null;
  if (!found) notFound();
  // One that was merged is met under the one that stayed.
  if (found.mergedInto) redirect(`/desk/sources/${found.mergedInto}`);
  const [{ zone, language }, said, duplicates, used] = await Promise.all([
    paperOf(),
    quotesListed(actor, { sourceId: id }, 50),
    likelyDuplicates(id),
    storiesOfSource(actor, id),
  ]);
  const { source } = found;
  return (
    <>
      <PageHead title={source.name} beside={[source.role, source.organisation].filter(Boolean).join(", ")}>
        <ChangeSource
          source={source}
          refusedBecause={mayChangeSource(source, actor) ? undefined : refusalWords.not_your_source}
        />
        <NewQuote source={source} language={language} />
      </PageHead>
      <div className="grid max-w-6xl gap-8 px-4 pb-12 text-[14px] leading-normal md:px-6.5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid content-start gap-7">
          <About found={found} />
          <section aria-labelledby="quotes">
            <h2 id="quotes" className="m-0 mb-2 font-ui text-[15px] font-semibold">
              Quotes
            </h2>
            {said.quotes.length > 0 ? (
              <QuoteList rows={said.quotes} zone={zone} label={`Quotes of ${source.name}`} />
            ) : (
              <Empty>
                Nothing on record that you may see. Press New quote to put down what this source said.
              </Empty>
            )}
            {said.older ? (
              <p className="mt-3">
                <Link className={buttonClasses()} href={`/desk/quotes?q=${encodeURIComponent(source.name)}`}>
                  All quotes
                </Link>
              </p>
            ) : null}
          </section>
          <OccasionList occasions={found.occasions} />
        </div>
        <div className="grid content-start gap-7">
          {found.withheld ? <Confidence found={found} actor={actor} zone={zone} /> : null}
          <ComingUses coming={used.coming} unseen={used.unseen} />
          <PrintedUses printed={used.printed} />
          <Conditions
            sourceId={source.id}
            mayLog={mayChangeSource(source, actor)}
            mayAccept={isEditor(actor)}
            conditions={found.conditions.map(({ at, ...each }) => ({ ...each, when: fullMoment(at, zone) }))}
          />
          <MergePanel
            source={source}
            duplicates={duplicates}
            mayMerge={isEditor(actor)}
            merges={found.merges.map(({ id: mergeId, fromId, name, by, at, undoneAt, quotes }) => ({
              id: mergeId,
              fromId,
              name,
              by,
              when: fullMoment(at, zone),
              undone: undoneAt !== null,
              quotes,
            }))}
          />
        </div>
      </div>
    </>
  );
}

function About({ found: { source, createdByName } }: { found: Found }) {
  const facts: [string, string][] = [
    ["Formerly", source.formerNames.join(", ")],
    ["Described as", source.publicDescription],
    ["Why not named", source.unnamedReason],
    ["Why believe them", source.credibility],
    ["Brought in by", createdByName],
  ];
  return (
    <section aria-label="About this source">
      <p className="m-0 mb-2 flex flex-wrap items-center gap-2">
        <Pill>{sourceKindNames[source.kind]}</Pill>
        {source.unnamed ? <Pill tone="attention">Unnamed: this is a pseudonym</Pill> : null}
        {source.slug ? (
          <a href={`/said/${source.slug}`} className="text-info">
            The page that readers see
          </a>
        ) : null}
      </p>
      <dl className="m-0 grid grid-cols-[8.5rem_1fr] gap-x-4 gap-y-1">
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-ink-3">{name}</dt>
              <dd className="m-0 [overflow-wrap:anywhere]">{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

/** Who knows an unnamed source, and its sealed name. What is sealed is not read here: only whether there is a seal. */
async function Confidence({ found, actor, zone }: { found: Found; actor: Staff; zone: string }) {
  const { source, seal } = found;
  const decision = decideAttestation(
    { ...source, withheld: found.withheld, bringers: found.bringers, hasRead: true },
    actor,
    "told_in_person",
  );
  const isOwn = seal?.sealedById === actor.id;
  const others = isOwn ? (await colleagues(actor)).filter((each) => each.active && each.id !== actor.id) : [];
  return (
    <>
      <AttestPanel
        sourceId={source.id}
        attestations={found.attestations.map(({ editor, how, at }) => ({
          editor,
          how,
          when: fullMoment(at, zone),
        }))}
        refusedBecause={
          decision.ok
            ? undefined
            : decision.why === "already_there"
              ? "You are among them."
              : refusalWords[decision.why]
        }
      />
      {source.unnamed ? (
        <SealPanel
          sourceId={source.id}
          maySeal={mayChangeSource(source, actor)}
          seal={
            seal && {
              sealedBy: seal.sealedBy,
              when: fullMoment(seal.sealedAt, zone),
              mayRead: seal.mayRead,
              isOwn,
              reveals: seal.reveals.map(({ id, by, why, at }) => ({
                id,
                by,
                why,
                when: fullMoment(at, zone),
              })),
            }
          }
          grants={{
            grants: (seal?.grants ?? []).map(({ userId, name, expiresAt }) => ({
              userId,
              name,
              until: fullMoment(expiresAt, zone),
            })),
            colleagues: others.map(({ id, name }) => ({ id, name })),
          }}
        />
      ) : null}
    </>
  );
}
