import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireStaff } from "@/auth";
import { Frame } from "@/components/site/frame";
import { FrontPage, Placed } from "@/components/site/front-page";
import { deskNow } from "@/db/queries/desk/board";
import { curatedDraft, frontForEditing } from "@/db/queries/desk/front";
import { paperOf, shapeOfPaper } from "@/db/queries/desk/paper";
import { frontPage, sectionFront } from "@/db/queries/site/front";
import { frontPageName } from "@/domain/front-page";
import { previewSheets } from "@/server/site-files";

export const metadata: Metadata = { title: "Preview", robots: { index: false, follow: false } };

type Props = { searchParams: Promise<{ front?: string | string[] }> };

/** The draft of a front as readers would see it now, made by the very function that makes theirs. */
export default async function FrontPreviewPage({ searchParams }: Props) {
  const [actor, { front }, paper, { sections }, now] = await Promise.all([
    requireStaff(),
    searchParams,
    paperOf(),
    shapeOfPaper(),
    deskNow(),
  ]);
  const section = sections.find((each) => each.id === front);
  if (!section && front !== frontPageName) notFound();
  const found = await frontForEditing(actor, section?.id ?? frontPageName);
  if (!found) notFound();
  const { draft } = found;
  const curated = await curatedDraft(actor, draft, now);
  const breaking = section ? paper.breaking : draft.breaking;
  const shown = { paper: { ...paper, breaking }, sections, sheets: previewSheets() };
  if (!section) return <FrontPage shown={shown} front={await frontPage(curated)} media="/desk/media" />;
  const top = await sectionFront(section, curated);
  return (
    <Frame shown={shown} current={section.slug}>
      <header className="list-head">
        <h1>
          <bdi>{section.name}</bdi>
        </h1>
      </header>
      {top ? (
        <div className="curated">
          <Placed {...top} clock={paper} media="/desk/media" />
        </div>
      ) : (
        <p className="empty">Nothing is placed here: the page is a plain list of the newest.</p>
      )}
    </Frame>
  );
}
