"use client";

import type { Editor } from "@tiptap/react";
import { EditorContent } from "@tiptap/react";
import { useSyncExternalStore } from "react";
import { wordLimits } from "@/domain/words";
import { languageInSection } from "@/domain/writing/section-language";
import type { Deeds } from "./commands/deeds";
import { HeadingField } from "./heading-field";
import type { SectionNamed } from "./story";
import { LineSuggested } from "./suggesting/line-suggested";
import type { SuggestingView } from "./suggesting/suggesting";
import type { StoryText } from "./text/story-text";
import { SelectionBar } from "./toolbar/selection-bar";
import { SlashMenu } from "./toolbar/slash-menu";

type Props = {
  text: StoryText;
  editor: Editor | null;
  deeds: () => Deeds;
  sections: readonly SectionNamed[];
  paperLanguage: string;
  /** Whether this person may type in the text on screen. */
  editable: boolean;
  /** Whether what they type is the story's own text. */
  mayWrite: boolean;
  suggesting: SuggestingView;
};

/** The paper: kicker, headline, standfirst and the story itself. */
export function Sheet({
  text,
  suggesting,
  editor,
  deeds,
  sections,
  paperLanguage,
  editable,
  mayWrite,
}: Props) {
  const shown = suggesting.proposal?.text ?? text;
  const focus = (name: string) =>
    document.querySelector<HTMLElement>(`textarea[aria-label="${name}"]`)?.focus();
  return (
    <article
      data-of-story
      className="mx-auto mt-1.5 mb-20 max-w-[780px] border-rule bg-surface px-4 pt-8 pb-10 md:rounded-[4px] md:border md:px-16 md:pt-11 md:pb-16"
    >
      <div className="mb-2 flex items-center gap-4">
        <HeadingField
          text={shown}
          field="kicker"
          label="Kicker"
          most={wordLimits.kicker}
          placeholder="Kicker"
          editable={editable}
          className="flex-1 text-[13px] leading-normal font-[650] text-accent"
          onEnter={() => focus("Headline")}
        />
        <SectionChoice text={text} sections={sections} paperLanguage={paperLanguage} mayWrite={mayWrite} />
      </div>
      <LineSuggested line="kicker" text={text} view={suggesting} />
      <HeadingField
        text={shown}
        field="headline"
        label="Headline"
        most={wordLimits.headline}
        placeholder="Headline"
        editable={editable}
        className="mb-3 font-head text-[32px] leading-[1.08] font-medium tracking-[-.02em] md:text-[42px]"
        onEnter={() => focus("Standfirst")}
      />
      <LineSuggested line="headline" text={text} view={suggesting} />
      <HeadingField
        text={shown}
        field="standfirst"
        label="Standfirst"
        most={wordLimits.standfirst}
        placeholder="Standfirst: what happened and why it matters, in a sentence or two"
        editable={editable}
        className="mb-5.5 font-text text-[20px] leading-[1.42] text-ink-2"
        onEnter={() => editor?.commands.focus("start")}
      />
      <LineSuggested line="standfirst" text={text} view={suggesting} />
      <div className="story-text relative">
        <EditorContent editor={editor} />
        {editor && editable ? (
          <>
            <SelectionBar editor={editor} deeds={deeds} />
            <SlashMenu editor={editor} deeds={deeds} />
          </>
        ) : null}
        {editor ? null : <p className="m-0 text-[14px] text-ink-3">Opening the text …</p>}
      </div>
    </article>
  );
}

function SectionChoice({
  text,
  sections,
  paperLanguage,
  mayWrite,
}: Pick<Props, "text" | "sections" | "paperLanguage" | "mayWrite">) {
  const languageOf = (id: string | null) => sections.find((each) => each.id === id)?.language ?? "";
  const choose = (id: string | null) => {
    const { sectionId: from, language } = text.fields;
    const about = { paper: paperLanguage, before: languageOf(from), after: languageOf(id) };
    text.change({ sectionId: id, language: languageInSection(language, about) });
  };
  const sectionId = useSyncExternalStore(
    text.subscribe,
    () => text.fields.sectionId,
    () => text.fields.sectionId,
  );
  return (
    <select
      aria-label="Section"
      value={sectionId ?? ""}
      disabled={!mayWrite}
      onChange={(event) => choose(event.target.value || null)}
      className="max-w-44 cursor-pointer rounded-card border border-transparent bg-surface py-0.5 text-right text-[13px] text-ink-2 hover:border-edge focus:border-edge disabled:opacity-100"
    >
      <option value="">Section…</option>
      {sections.map((section) => (
        <option key={section.id} value={section.id}>
          {section.name}
        </option>
      ))}
    </select>
  );
}
