/** A finished public page: what is sent, and the status that the page itself asked for. */
export type SitePage = { html: string; status: number | null };

/** A part of the page was still to come when it was taken, so it is not a whole page without its scripts. */
class UnfinishedPage extends Error {}

const scripts = /<script\b([^>]*)>[\s\S]*?<\/script>/gi;
const links = /<link\b([^>]*?)\/?>/gi;
const marks = /<!--(?: |\$|\/\$|\$\?|\/\$\?)?-->/g;
/** What only Next's scripts read, and what networks that show links take from the Open Graph as well. */
const unread =
  / data-(?:dpl-id|precedence)="[^"]*"|<meta name="twitter:(?!card")[a-z:]+" content="[^"]*"\/?>|<div hidden=""><\/div>/g;
const statusMeta = /<meta\b(?=[^>]*\bname="verbatim-status")[^>]*\bcontent="(\d{3})"[^>]*>/i;
const statusMetaReversed = /<meta\b[^>]*\bcontent="(\d{3})"(?=[^>]*\bname="verbatim-status")[^>]*>/i;

/** Letters that more-letters.css has and fonts.css has not: Polish, Turkish, Vietnamese and the like. */
const moreLetters =
  /[\u0100-\u0130\u0132-\u0151\u0154-\u02ba\u1d00-\u1dbf\u1e00-\u1eff\u20a0-\u20ab\u20ad-\u20c0\u2113\u2c60-\u2c7f\ua720-\ua7ff]/;

/**
 * Makes the page a reader is sent from the page that Next rendered: without Next's scripts and what preloads them,
 * but with JSON-LD and our own deferred `/site/site.js`. Throws an UnfinishedPage when Next meant to fill a hole later by
 * script. A page with letters that the first fonts lack is given the style sheet `moreLettersFile`.
 * `<meta name="verbatim-status" content="410">` becomes the status.
 */
export function sitePage(rendered: string, moreLettersFile: string): SitePage {
  if (/<!--\$[?!~]-->|<template id="[BP]:|<div hidden(="")? id="S:/.test(rendered)) {
    throw new UnfinishedPage("a public page still has a part to come");
  }
  const meta = statusMeta.exec(rendered) ?? statusMetaReversed.exec(rendered);
  const html = rendered
    .replace(scripts, (whole, attributes: string) => (isKept(attributes) ? whole : ""))
    .replace(links, (whole, attributes: string) => (preloadsScript(attributes) ? "" : whole))
    .replace(marks, "")
    .replace(unread, "")
    .replace(meta?.[0] ?? "\u0000", "");
  const sheet = `<link rel="stylesheet" href="${moreLettersFile}"/></head>`;
  const lettered = moreLetters.test(html) ? html.replace("</head>", () => sheet) : html;
  return { html: lettered, status: meta?.[1] ? Number(meta[1]) : null };
}

function isKept(attributes: string): boolean {
  if (/\btype="application\/ld\+json"/.test(attributes)) return true;
  return /\bsrc="\/site\/site\.js(\?[^"]*)?"/.test(attributes) && /\bdefer\b/.test(attributes);
}

function preloadsScript(attributes: string): boolean {
  return (
    /\brel="modulepreload"/.test(attributes) ||
    (/\brel="preload"/.test(attributes) && /\bas="script"/.test(attributes))
  );
}
