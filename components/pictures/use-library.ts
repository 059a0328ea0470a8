"use client";

import { useEffect, useState } from "react";
import { findPictures } from "@/app/actions/pictures";
import { troubleIn } from "@/domain/answer";
import type { LibraryPicture } from "@/domain/pictures";

const unanswered = "The library did not answer. Type on to try again.";

type Page = { readonly pictures: readonly LibraryPicture[]; readonly older: string | null };

async function pageOf(text: string, before: string | undefined): Promise<Page | string> {
  try {
    const answer = await findPictures({ text, before });
    return answer?.data?.ok ? answer.data.value : (troubleIn(answer) ?? unanswered);
  } catch {
    return unanswered;
  }
}

/** The library as it answers to what is typed. An answer to earlier words never replaces a later one. */
export function useLibrary(text: string) {
  const [shown, setShown] = useState<{ to: string; page: Page } | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  useEffect(() => {
    let stale = false;
    const timer = setTimeout(async () => {
      const page = await pageOf(text, undefined);
      if (stale) return;
      setTrouble(typeof page === "string" ? page : null);
      if (typeof page !== "string") setShown({ to: text, page });
    }, 150);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [text]);
  const more = async () => {
    if (!shown?.page.older || adding) return;
    setAdding(true);
    const next = await pageOf(shown.to, shown.page.older);
    setAdding(false);
    if (typeof next === "string") return setTrouble(next);
    setShown((now) =>
      now?.to === shown.to
        ? { to: now.to, page: { pictures: [...now.page.pictures, ...next.pictures], older: next.older } }
        : now,
    );
  };
  return {
    pictures: shown?.page.pictures ?? [],
    pending: trouble === null && shown?.to !== text,
    hasMore: Boolean(shown?.page.older),
    adding,
    trouble,
    more,
  };
}
