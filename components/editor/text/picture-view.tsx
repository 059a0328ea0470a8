"use client";

import { NodeViewWrapper, type ReactNodeViewProps } from "@tiptap/react";
import { Button } from "@/components/desk/button";
import { PictureWords } from "./picture-words";

/** A picture in the text, with the form of its own words under it. */
export function PictureView({ node, updateAttributes, deleteNode, editor, selected }: ReactNodeViewProps) {
  const { mediaId, alt, caption, credit } = node.attrs;
  return (
    <NodeViewWrapper
      as="figure"
      data-selected={selected || undefined}
      className="picture"
      contentEditable={false}
    >
      <PictureWords
        mediaId={String(mediaId)}
        words={{ alt: String(alt), caption: String(caption), credit: String(credit) }}
        editable={editor.isEditable}
        onChange={updateAttributes}
      />
      {editor.isEditable ? (
        <Button look="quiet" onClick={deleteNode}>
          Remove picture
        </Button>
      ) : null}
    </NodeViewWrapper>
  );
}
