"use client";

import { NodeViewWrapper, type ReactNodeViewProps } from "@tiptap/react";
import { Button } from "@/components/desk/button";
import { TextField } from "@/components/desk/field";
import { embedOf, embedPage, embedWhat } from "@/domain/body/embeds";

/** An embed in the text: what it is and the link that readers get. Nothing of the other site is loaded on the desk. */
export function EmbedView({ node, updateAttributes, deleteNode, editor, selected }: ReactNodeViewProps) {
  const embed = embedOf(node.attrs);
  return (
    <NodeViewWrapper
      as="figure"
      data-selected={selected || undefined}
      className="picture"
      contentEditable={false}
    >
      {embed ? (
        <p className="m-0 mb-3 text-[14px] break-words">
          <a href={embedPage(embed)} target="_blank" rel="noopener noreferrer">
            {embedWhat(embed)}
          </a>
          <span className="block text-[12.5px] text-ink-3">{embedPage(embed)}</span>
        </p>
      ) : null}
      <TextField
        label="What it shows"
        hint="Stands above it, and names it for readers who cannot see it."
        value={String(node.attrs.caption)}
        maxLength={500}
        readOnly={!editor.isEditable}
        onChange={(event) => updateAttributes({ caption: event.target.value })}
      />
      {editor.isEditable ? (
        <Button look="quiet" onClick={deleteNode}>
          Remove embed
        </Button>
      ) : null}
    </NodeViewWrapper>
  );
}
