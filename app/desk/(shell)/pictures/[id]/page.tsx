import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireStaff } from "@/auth";
import { PageHead } from "@/components/desk/page-head";
import { PictureForm } from "@/components/pictures/picture-form";
import { PictureUses } from "@/components/pictures/picture-uses";
import { paperOf } from "@/db/queries/desk/paper";
import { pictureForDesk } from "@/db/queries/desk/pictures";
import { fullMoment } from "@/domain/desk-times";
import { isId } from "@/domain/ids";
import { refusalWords } from "@/domain/refusal";

export const metadata: Metadata = { title: "Picture" };

/** One picture: its words, its rights, what it is cropped around, and where it is used. */
export default async function PicturePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await requireStaff(`/desk/pictures/${id}`);
  const found = isId(id) ? await pictureForDesk(actor, id) : null;
  if (!found) notFound();
  const { zone } = await paperOf();
  const { picture, by, createdAt, mayChange } = found;
  return (
    <>
      <PageHead
        title="Picture"
        beside={`brought in by ${by}, ${fullMoment(createdAt, zone)} · ${picture.width} × ${picture.height}`}
      />
      <div className="grid max-w-6xl gap-8 px-4 pb-12 text-[14px] leading-normal md:px-6.5 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <PictureForm
          key={picture.id}
          picture={picture}
          refusedBecause={mayChange ? undefined : refusalWords.not_your_picture}
        />
        <PictureUses uses={found.uses} />
      </div>
    </>
  );
}
