import type { ReactNode } from "react";
import { appealAddress } from "@/domain/appeal";
import { directionOf } from "@/domain/direction";
import { type Paper, policyNames, policyTitles } from "@/domain/paper";
import { logoAddress } from "@/domain/publication/document";
import { Appeal } from "./appeal";
import { dayText, momentText } from "./moment";
import type { PaperShown } from "./shown";

export type FrameProps = {
  shown: PaperShown;
  /** The slug of the section this page belongs to, "front" or "search". */
  current?: string;
  /** Whether this is a story, and one with which the appeal for support may stand. */
  appeals?: "story" | "never";
  sheet?: "story" | "page";
  /** Whether quotations stand on it by themselves, which are set in italics. */
  italics?: boolean;
  children: ReactNode;
};

/** What every page of the newspaper has: the way past the head, the masthead, the sections, the foot. */
export function Frame({ shown, current, appeals, sheet = "page", italics, children }: FrameProps) {
  const isFront = current === "front";
  return (
    <>
      {shown.italics && (italics || isFront) ? (
        <link rel="preload" as="font" type="font/woff2" href={shown.italics} crossOrigin="" />
      ) : null}
      <link rel="stylesheet" href={shown.sheets[sheet]} precedence="readers" />
      {shown.sheets.further?.map((href) => (
        <link key={href} rel="stylesheet" href={href} precedence="readers" />
      ))}
      <a className="skip" href="#main">
        Skip to the text
      </a>
      {hasBar(shown.paper, appeals) ? <Appeal paper={shown.paper} place="bar" /> : null}
      <header className={isFront ? "site-head front" : "site-head"}>
        <Masthead shown={shown} isFront={isFront} />
        <SectionNav shown={shown} current={current} />
      </header>
      <main id="main" className={isFront ? "wide" : undefined}>
        {children}
      </main>
      <SiteFoot shown={shown} />
    </>
  );
}

function Masthead({ shown, isFront }: { shown: PaperShown; isFront: boolean }) {
  const { paper } = shown;
  const today = new Date();
  const name = (
    <a href="/" className="name">
      {paper.logo ? (
        <img
          src={logoAddress(paper.logo)}
          width={paper.logo.width}
          height={paper.logo.height}
          alt={paper.name}
        />
      ) : (
        <bdi>{paper.name}</bdi>
      )}
    </a>
  );
  return (
    <div className="mast">
      {isFront ? <h1>{name}</h1> : <p>{name}</p>}
      <time className="today" dateTime={dayText(today, paper.zone)}>
        {momentText(today, "weekday", paper)}
      </time>
      {isFront && paper.appeal ? (
        <a className="support" href={appealAddress("front")} rel="nofollow" data-seen="front">
          Support us
        </a>
      ) : null}
      {isFront && paper.tagline ? <p className="tagline">{paper.tagline}</p> : null}
    </div>
  );
}

function SectionNav({ shown, current }: { shown: PaperShown; current: string | undefined }) {
  const here = (slug: string) => (slug === current ? "page" : undefined);
  return (
    <nav className="sections" aria-label="Sections">
      <ul>
        <li className="home">
          <a href="/" aria-current={here("front")}>
            Front page
          </a>
        </li>
        {shown.sections.map((section) => (
          <li key={section.slug}>
            <a href={`/${section.slug}`} aria-current={here(section.slug)}>
              <bdi>{section.name}</bdi>
            </a>
          </li>
        ))}
      </ul>
      <a className="find" href="/search" aria-current={here("search")}>
        Search
      </a>
    </nav>
  );
}

const hasBar = ({ appealManner }: Paper, appeals: FrameProps["appeals"]): boolean =>
  appeals !== "never" &&
  (appealManner.bar === "everywhere" || (appealManner.bar === "stories" && appeals === "story"));

function SiteFoot({ shown }: { shown: PaperShown }) {
  const policies = policyNames.filter((name) => name !== "about" && shown.paper.policies[name].trim() !== "");
  return (
    <footer className="site-foot">
      <div>
        <nav aria-label="About the paper">
          <ul>
            <li>
              <a href="/about">{policyTitles.about}</a>
            </li>
            {policies.map((name) => (
              <li key={name}>
                <a href={`/about/${name}`}>{policyTitles[name]}</a>
              </li>
            ))}
            <li>
              <a href="/corrections">Corrections</a>
            </li>
            <li>
              <a href="/said">In their own words</a>
            </li>
            <li>
              <a href="/archive">Archive</a>
            </li>
            {shown.paper.newsletter.on ? (
              <li>
                <a href="/newsletter">Newsletter</a>
              </li>
            ) : null}
            <li>
              <a href="/feed.xml">Feed</a>
            </li>
          </ul>
        </nav>
        <fieldset className="theme" aria-label="Appearance" data-themes hidden>
          <button type="button" data-theme="auto">
            Auto
          </button>
          <button type="button" data-theme="light">
            Light
          </button>
          <button type="button" data-theme="dark">
            Dark
          </button>
        </fieldset>
        <p>
          <bdi>{shown.paper.name}</bdi>. Each quotation in our stories shows where it came from.
        </p>
      </div>
    </footer>
  );
}

/** Text in the paper's or a story's own language: marked so when it is not the page's. */
export function tongue(language: string, pageLanguage: string): { lang?: string; dir?: "ltr" | "rtl" } {
  return language === pageLanguage ? {} : { lang: language, dir: directionOf(language) };
}
