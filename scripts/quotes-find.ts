import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { findQuotations } from "@/domain/quotations/find";
import { articlesIn, prediction } from "./quotes-data";

const { values } = parseArgs({ options: { in: { type: "string" }, out: { type: "string" } } });
if (!values.in || !values.out) {
  process.stderr.write("usage: npm run -s quotes:find -- --in ARTICLES.jsonl --out PREDICTIONS.jsonl\n");
  process.exit(2);
}
const lines = articlesIn(readFileSync(values.in, "utf8")).map((article) =>
  JSON.stringify(prediction(article.id, findQuotations(article.text))),
);
writeFileSync(values.out, lines.map((line) => `${line}\n`).join(""));
