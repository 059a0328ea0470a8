/** The faces with which every page begins, as fonts.css names them: a browser fetches them with the page. */
export const firstFonts = [
  "/fonts/newsreader-latin-wght-normal.woff2?v=5.3.0",
  "/fonts/source-serif-4-latin-wght-normal.woff2?v=5.3.1",
  "/fonts/libre-franklin-latin-wght-normal.woff2?v=5.3.0",
];

/** In which quotations are set where they stand by themselves. */
export const italicFont = "/fonts/newsreader-latin-wght-italic.woff2?v=5.3.0";
