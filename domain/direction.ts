const rightToLeft = new Set([
  "ar",
  "arc",
  "ckb",
  "dv",
  "fa",
  "he",
  "ks",
  "ps",
  "sd",
  "syr",
  "ug",
  "ur",
  "yi",
]);
const rightToLeftScripts = /-(Arab|Hebr|Syrc|Thaa|Nkoo)\b/i;

/** Which way a BCP 47 language is written. A script named in it decides before the language does. */
export function directionOf(language: string): "ltr" | "rtl" {
  if (rightToLeftScripts.test(language)) return "rtl";
  if (/-Latn\b|-Cyrl\b/i.test(language)) return "ltr";
  return rightToLeft.has(language.split("-")[0]?.toLowerCase() ?? "") ? "rtl" : "ltr";
}
