"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/desk/button";
import type { Words } from "@/domain/words";
import { copyableText } from "./difference";

/** Puts a text on the clipboard, and says when the browser does not let it. */
export function CopyText({ words, children }: { words: Words; children: ReactNode }) {
  const [told, tell] = useState<ReactNode>(null);
  const copy = () =>
    navigator.clipboard
      .writeText(copyableText(words))
      .then(() => tell("Copied"))
      .catch(() => tell("The browser did not let it be copied"));
  return <Button onClick={() => void copy()}>{told ?? children}</Button>;
}
