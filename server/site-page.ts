/** A finished public page: what is sent, and the status that the page itself asked for. */
export type SitePage = { html: string; status: number | null };

/** A part of the page was still to come when it was taken, so it is not a whole page without its scripts. */
class UnfinishedPage extends Error {}

const scripts = /<script\b([^>]*)>[\s\S]*?<\/script>/gi;
const links = /<link\b([^>]*?)\/?>/gi;
const marks = /<!--(?: |\$|\/\$|\$\?|\/\$\?)?-->/g;
const statusMeta = /<meta\b(?=[^>]*\bname="verbatim-status")[^>]*\bcontent="(\d{3})"[^>]*>/i;
const statusMetaReversed = /<meta\b[^>]*\bcontent="(\d{3})"(?=[^>]*\bname="verbatim-status")[^>]*>/i;

/**
 * Makes the page a reader is sent from the page that Next rendered: without Next's scripts and what preloads them,
 * but with JSON-LD and our own deferred `/site.js`. Throws an UnfinishedPage when Next meant to fill a hole later by
 * script. `<meta name="verbatim-status" content="410">` becomes the status.
 */
export function sitePage(rendered: string): SitePage {
  if (/<!--\$[?!~]-->|<template id="[BP]:|<div hidden(="")? id="S:/.test(rendered)) {
    throw new UnfinishedPage("a public page still has a part to come");
  }
  const meta = statusMeta.exec(rendered) ?? statusMetaReversed.exec(rendered);
  const html = rendered
    .replace(scripts, (whole, attributes: string) => (isKept(attributes) ? whole : ""))
    .replace(links, (whole, attributes: string) => (preloadsScript(attributes) ? "" : whole))
    .replace(marks, "")
    .replace(meta?.[0] ?? "\u0000", "");
  return { html, status: meta?.[1] ? Number(meta[1]) : null };
}

function isKept(attributes: string): boolean {
  if (/\btype="application\/ld\+json"/.test(attributes)) return true;
  return /\bsrc="\/site\.js(\?[^"]*)?"/.test(attributes) && /\bdefer\b/.test(attributes);
}

function preloadsScript(attributes: string): boolean {
  return (
    /\brel="modulepreload"/.test(attributes) ||
    (/\brel="preload"/.test(attributes) && /\bas="script"/.test(attributes))
  );
}
