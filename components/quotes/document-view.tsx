"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { EvidenceFile } from "@/domain/quote-record";
import { evidenceAddress, pageNumber } from "./send-evidence";

type Props = { file: EvidenceFile; page: string };

/** A document where it is asked for: a picture as it is, a PDF at its page in the browser's own viewer. Whoever's
 * browser has none is told so; opening it in a tab of its own and keeping a copy are always there. */
export function DocumentView({ file, page }: Props) {
  const settled = useSettled(page.trim());
  const at = pageNumber(settled);
  const address = evidenceAddress(file, settled);
  return (
    <div className="mt-1.5">
      {file.type === "application/pdf" ? (
        <PdfFrame title={file.title} address={address} />
      ) : (
        <img
          src={address}
          alt={`The document “${file.title}”`}
          loading="lazy"
          className="block max-h-[70vh] max-w-full rounded-card border border-rule"
        />
      )}
      <p className="m-0 mt-1.5 flex flex-wrap gap-x-4 gap-y-1 text-[13.5px]">
        <a href={address} target="_blank" rel="noopener" className="font-semibold text-info">
          Open the document{at ? ` at page ${at}` : ""}
          <span className="sr-only"> in a new tab</span>
        </a>
        <a href={evidenceAddress(file)} download className="text-info">
          Download
        </a>
        {settled && !at ? (
          <span className="text-ink-3">
            The page is put down as “<bdi>{settled}</bdi>”: a document opens at a number.
          </span>
        ) : null}
      </p>
    </div>
  );
}

function PdfFrame({ title, address }: { title: string; address: string }) {
  const isShown = useSyncExternalStore(
    never,
    () => navigator.pdfViewerEnabled,
    () => null,
  );
  if (isShown === null) return null;
  if (!isShown)
    return (
      <p className="m-0 text-[13.5px] text-ink-2">
        This browser shows no PDF within a page. Open the document, or download it.
      </p>
    );
  // Made anew for another page: a viewer that is open does not always turn to it.
  return (
    <iframe
      key={address}
      title={`The document “${title}”`}
      src={`${address}${address.includes("#") ? "&" : "#"}${asWideAsItCan}`}
      loading="lazy"
      className="block h-[min(60vh,36rem)] w-full rounded-card border border-rule bg-sunken"
    />
  );
}

/** What viewers know of an address: a frame has no room for the list of pages beside the page. */
const asWideAsItCan = "navpanes=0&pagemode=none&view=FitH";

/** Whether a browser shows PDFs does not change while a page is open. */
const never = () => () => undefined;

/** What is typed, once the typing rests: a document is not fetched anew for every figure of its page. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 600);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
