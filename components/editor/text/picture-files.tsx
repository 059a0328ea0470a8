"use client";

import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import type { PictureFile } from "@/components/pictures/send-picture";

type Files = {
  readonly find: (id: string) => PictureFile | undefined;
  readonly add: (file: PictureFile) => void;
};
const Known = createContext<Files>({ find: () => undefined, add: () => undefined });

/** The files behind the pictures of this story, by the id that the text names. */
export const usePictureFiles = (): Files => useContext(Known);

export function PictureFiles({ first, children }: { first: readonly PictureFile[]; children: ReactNode }) {
  const [files, setFiles] = useState(() => new Map(first.map((file) => [file.id, file])));
  const add = useCallback(
    (file: PictureFile) => setFiles((before) => new Map(before).set(file.id, file)),
    [],
  );
  const known = useMemo(() => ({ find: (id: string) => files.get(id), add }), [files, add]);
  return <Known value={known}>{children}</Known>;
}
