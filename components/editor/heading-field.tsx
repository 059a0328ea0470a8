"use client";

import { useSyncExternalStore } from "react";
import { typeSmartly } from "./text/smart-typing";
import type { StoryText } from "./text/story-text";

type Props = {
  text: StoryText;
  field: "headline" | "standfirst" | "kicker";
  label: string;
  most: number;
  placeholder: string;
  editable: boolean;
  className: string;
  /** Where the Enter key goes on. */
  onEnter: () => void;
};

/** One of the lines above a story: it grows with its words and holds no line breaks. */
export function HeadingField({ text, field, label, most, placeholder, editable, className, onEnter }: Props) {
  const value = useSyncExternalStore(
    text.subscribe,
    () => text.fields[field],
    () => text.fields[field],
  );
  return (
    <div className={`growing ${className}`} data-value={`${value || placeholder} `}>
      <textarea
        aria-label={label}
        rows={1}
        dir="auto"
        lang={text.fields.language}
        value={value}
        maxLength={most}
        placeholder={placeholder}
        readOnly={!editable}
        onChange={(event) => text.change({ [field]: event.target.value.replace(/\s*\n\s*/g, " ") })}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onEnter();
        }}
        onBeforeInput={(event) => {
          const typed = event.nativeEvent as unknown as InputEvent;
          if (typed.isComposing || typed.data?.length !== 1) return;
          if (typeSmartly(event.currentTarget, typed.data, text.fields.language)) event.preventDefault();
        }}
      />
    </div>
  );
}
