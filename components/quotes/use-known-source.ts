"use client";

import { useEffect, useRef, useState } from "react";
import { findSources, occasionsOf, quotesOf } from "@/app/actions/quotes";
import type { OccasionRecord, QuoteRecord } from "@/domain/quote-record";
import type { ChosenSource } from "./quote-draft";

type Known = { readonly occasions: readonly OccasionRecord[]; readonly quotes: readonly QuoteRecord[] };
const nothingKnown: Known = { occasions: [], quotes: [] };

/** What is on record of a source: its occasions, and its quotes as far as the person may see them. Only an offer: where
 * it does not come, the form works without it. */
export function useKnownOf(sourceId: string | null): Known {
  const [known, setKnown] = useState<{ of: string; known: Known } | null>(null);
  useEffect(() => {
    if (!sourceId) return;
    let stale = false;
    const ask = async () => {
      const [held, said] = await Promise.all([occasionsOf({ sourceId }), quotesOf({ sourceId })]);
      if (stale) return;
      setKnown({
        of: sourceId,
        known: {
          occasions: held.data?.ok ? held.data.value : [],
          quotes: said.data?.ok ? said.data.value : [],
        },
      });
    };
    ask().catch(() => {
      if (!stale) setKnown({ of: sourceId, known: nothingKnown });
    });
    return () => {
      stale = true;
    };
  }, [sourceId]);
  return known && known.of === sourceId ? known.known : nothingKnown;
}

/** Looks the suggested speaker up once; the very same name in the library is filled in, for the person to confirm. */
export function useSuggested(name: string | null, found: (source: ChosenSource) => void) {
  const tell = useRef(found);
  useEffect(() => {
    tell.current = found;
  });
  useEffect(() => {
    if (!name) return;
    let stale = false;
    findSources({ text: name })
      .then((answer) => {
        const best = answer?.data?.ok ? answer.data.value[0] : undefined;
        if (!stale && best && best.likeness >= 1 && !best.unnamed) tell.current(best);
      })
      .catch(() => undefined);
    return () => {
      stale = true;
    };
  }, [name]);
}
