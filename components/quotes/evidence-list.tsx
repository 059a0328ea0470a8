"use client";

import { Check } from "lucide-react";
import { useRouter } from "next/navigation";
import { publishDocument, withdrawDocument } from "@/app/actions/evidence";
import { evidenceLine } from "@/domain/quote-lines";
import type { EvidenceFile, EvidenceRecord } from "@/domain/quote-record";
import { useAnnounce } from "../desk/announcer";
import { Button } from "../desk/button";
import { Empty } from "../desk/empty";
import { Notice } from "../desk/notice";
import { Pill } from "../desk/pill";
import { useCommand } from "../desk/use-command";
import { DocumentView } from "./document-view";
import { RecordingPlayer } from "./recording-player";

type Props = {
  pieces: readonly EvidenceRecord[];
  mayPublish: boolean;
  /** Where somebody says which piece the words were held against: the one chosen, and how another is chosen. */
  choice?: { readonly chosen: string | null; readonly onChoose: (id: string) => void };
};

/** How the newsroom knows, piece by piece: recordings play from the words, documents are shown at their page. */
export function EvidenceList({ pieces, mayPublish, choice }: Props) {
  if (pieces.length === 0)
    return (
      <Empty>
        Nothing is on file yet. Add a recording, notes, a document or a link, so that a second person can hold
        the words against it.
      </Empty>
    );
  return (
    <ul className="m-0 list-none divide-y divide-rule rounded-lg border border-rule bg-surface p-0">
      {pieces.map((piece, index) => (
        <li
          key={piece.id}
          data-piece={piece.id}
          // Whoever plays or opens a piece is holding the words against it.
          onPlayCapture={choice && (() => choice.onChoose(piece.id))}
          onClickCapture={choice && (() => choice.onChoose(piece.id))}
          className="px-3.5 py-2.5 [overflow-wrap:anywhere] whitespace-pre-line"
        >
          {choice && pieces.length > 1 ? (
            <Button
              look="quiet"
              aria-pressed={choice.chosen === piece.id}
              aria-keyshortcuts={String(index + 1)}
              className="-ms-3 aria-pressed:text-sourced"
              onClick={() => choice.onChoose(piece.id)}
            >
              {choice.chosen === piece.id ? <Check aria-hidden size={15} /> : null}
              Held against this{" "}
              <kbd className="font-ui text-[11px] opacity-75 max-md:hidden">{index + 1}</kbd>
            </Button>
          ) : null}
          <span className="block">{evidenceLine(piece)}</span>
          {piece.href ? <Outward href={piece.href} /> : null}
          {piece.archiveHref ? <Outward href={piece.archiveHref} lead="Archived: " /> : null}
          {piece.file?.kind === "recording" ? (
            <div className="mt-2">
              <RecordingPlayer file={piece.file} startsAt={piece.startsAt} endsAt={piece.endsAt ?? null} />
            </div>
          ) : null}
          {piece.file?.kind === "document" ? (
            <>
              <DocumentView file={piece.file} page={piece.page} />
              <Publicity file={piece.file} mayPublish={mayPublish} />
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

const Outward = ({ href, lead = "" }: { href: string; lead?: string }) => (
  <a href={href} rel="noreferrer noopener" target="_blank" className="mt-0.5 block text-info">
    {lead}
    {href}
  </a>
);

/** Whether readers can open a document; an editor changes it. */
function Publicity({ file, mayPublish }: { file: EvidenceFile; mayPublish: boolean }) {
  const router = useRouter();
  const announce = useAnnounce();
  const publish = useCommand(publishDocument);
  const withdraw = useCommand(withdrawDocument);
  const isOut = file.publicName !== null;
  const { run, pending, error } = isOut ? withdraw : publish;
  const press = async () => {
    const done = await run({ id: file.id });
    if (!done) return;
    const late = done.value.confirmed ? "" : " A server has not confirmed it yet; look again in a moment.";
    announce(
      `${isOut ? "Readers cannot open the document any more." : "Readers can open the document."}${late}`,
    );
    router.refresh();
  };
  return (
    <div className="mt-1.5">
      <div className="flex flex-wrap items-center gap-2.5">
        {isOut ? <Pill tone="sourced">Readers can open it</Pill> : <Pill>For the desk alone</Pill>}
        {mayPublish ? (
          <Button pending={pending} pendingLabel="One moment …" deliberate onClick={() => void press()}>
            {isOut ? "Withdraw from readers" : "Publish this document"}
          </Button>
        ) : null}
      </div>
      {mayPublish && !isOut ? (
        <p className="m-0 mt-1 text-[12.5px] text-ink-3">
          Readers get the file as it is, with whatever its maker left in it: look through it first.
        </p>
      ) : null}
      {error ? <Notice>{error}</Notice> : null}
    </div>
  );
}
