"use client";

import { useEffect, useState } from "react";
import { evidenceOnHand } from "@/app/actions/evidence";
import type { EvidenceFile } from "@/domain/quote-record";
import { fieldLook } from "../desk/field";

/** One recording holds many quotes: a file that was sent once is used again, and not sent again. */
export function FilesOnHand({
  files,
  name,
  onChoose,
}: {
  files: readonly EvidenceFile[];
  name: string;
  onChoose: (file: EvidenceFile) => void;
}) {
  if (files.length === 0) return null;
  return (
    <select
      aria-label={name}
      value=""
      onChange={(event) => {
        const chosen = files.find((each) => each.id === event.target.value);
        if (chosen) onChoose(chosen);
      }}
      className={`${fieldLook} max-w-60 py-1.5! text-[13px]!`}
    >
      <option value="">One that is on hand…</option>
      {files.map((file) => (
        <option key={file.id} value={file.id}>
          {file.title}
        </option>
      ))}
    </select>
  );
}

/** The files that the person may use again, those of this speaker first. Only an offer: where it does not come, a file
 * is sent anew. */
export function useFilesOnHand(sourceId: string | null): readonly EvidenceFile[] {
  const [files, setFiles] = useState<readonly EvidenceFile[]>([]);
  useEffect(() => {
    let stale = false;
    evidenceOnHand({ sourceId })
      .then((answer) => {
        if (!stale && answer?.data?.ok) setFiles(answer.data.value);
      })
      .catch(() => undefined);
    return () => {
      stale = true;
    };
  }, [sourceId]);
  return files;
}
