import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { findQuotations } from "@/domain/quotations/find";
import { CONFIDENT } from "@/domain/quotations/found";
import { articlesIn, prediction } from "./quotes-data";

const rate = z.object({ p: z.number(), r: z.number(), f1: z.number() });
const scores = z.object({
  articles: z.number(),
  words: z.number(),
  detection: z.object({ overlap: rate }),
  attribution: z.object({ entityAccuracy: z.number() }),
  endToEnd: rate,
  confidence: z.array(
    z.object({ atLeast: z.number(), coverage: z.number(), precision: z.number().nullable() }),
  ),
  context: z.object({ where: rate, when: rate }).optional(),
});
type Evaluate = (gold: unknown[], predicted: unknown[]) => unknown;

const percent = (share: number | null | undefined) =>
  share === null || share === undefined ? "–" : (100 * share).toFixed(1);

/** The scorer travels with the data, so it is loaded from the same folder. */
async function scorerIn(folder: string): Promise<Evaluate> {
  const loaded: unknown = await import(pathToFileURL(resolve(folder, "evaluate.mjs")).href);
  // The scorer is plain JavaScript; what it answers is checked against `scores` before use.
  return (loaded as { evaluate: Evaluate }).evaluate;
}

/** Milliseconds per 1,000 words, the best of five runs over the whole file, after one to warm up. */
function speed(texts: readonly string[], words: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 6; run += 1) {
    const start = performance.now();
    for (const text of texts) findQuotations(text);
    if (run > 0) best = Math.min(best, performance.now() - start);
  }
  return (1000 * best) / Math.max(1, words);
}

async function main(folder: string): Promise<void> {
  if (!existsSync(resolve(folder, "evaluate.mjs"))) {
    process.stderr.write(
      `No development data in ${folder}. Name the folder: npm run bench:quotes -- FOLDER\n`,
    );
    process.exit(2);
  }
  const evaluate = await scorerIn(folder);
  for (const file of ["wikinews-dev.jsonl", "challenge-dev.jsonl"]) {
    const articles = articlesIn(readFileSync(resolve(folder, file), "utf8"));
    const predicted = articles.map(({ id, text }) => prediction(id, findQuotations(text)));
    const result = scores.parse(evaluate(articles, predicted));
    const sure = result.confidence.find((row) => row.atLeast === CONFIDENT);
    const spans = result.detection.overlap;
    const both = result.endToEnd;
    const texts = articles.map(({ text }) => text);
    console.log(`${file}: ${result.articles} articles, ${result.words} words`);
    console.log(`  quotations  P ${percent(spans.p)}  R ${percent(spans.r)}  F1 ${percent(spans.f1)}`);
    console.log(`  speaker     ${percent(result.attribution.entityAccuracy)} right on quotations found`);
    console.log(`  end to end  P ${percent(both.p)}  R ${percent(both.r)}  F1 ${percent(both.f1)}`);
    console.log(`  confident   ${percent(sure?.precision)} right at ${percent(sure?.coverage)} coverage`);
    console.log(
      `  occasion    where F1 ${percent(result.context?.where.f1)}  when F1 ${percent(result.context?.when.f1)}`,
    );
    console.log(`  speed       ${speed(texts, result.words).toFixed(2)} ms per 1,000 words`);
  }
}

await main(process.argv[2] ?? "../shared/data/quotes-dev");
