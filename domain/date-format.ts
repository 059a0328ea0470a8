const made = new Map<string, Intl.DateTimeFormat>();

/** A format for dates and times, made once for each language and its options, the zone among them: making one takes a
 * hundred times as long as using it, and a page of readers shows dozens. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  let format = made.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, options);
    made.set(key, format);
  }
  return format;
}
