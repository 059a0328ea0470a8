import type { Extensions } from "@tiptap/core";
import { ReactNodeViewRenderer } from "@tiptap/react";
import { bodyExtensions, embedNode, pictureNode } from "@/domain/body/schema";
import type { Deeds } from "../commands/deeds";
import { commandKeys } from "../commands/desk-keys";
import { suggestedShown } from "../suggesting/suggested-shown";
import { deskPaste } from "./desk-paste";
import { EmbedView } from "./embed-view";
import { foundShown } from "./found-shown";
import { knownSelection } from "./outside-change";
import { PictureView } from "./picture-view";
import { quotationsShown } from "./quotations-shown";
import { slashMenu } from "./slash";
import { smartTypingKeys } from "./smart-typing";
import { uploadPlaces } from "./uploads";

type Asked = {
  readonly deeds: () => Deeds;
  readonly language: () => string;
  readonly mastodonHosts: () => readonly string[];
};

/** The body's own schema with an editor's behaviour. No node, mark or attribute is added here: what can be typed is
 * what the server takes. What is asked is asked at the moment of the key. */
export function editorKit({ deeds, language, mastodonHosts }: Asked): Extensions {
  return [
    ...bodyExtensions.map((extension) => {
      // An empty paragraph put in by the program would be a change that nobody made.
      if (extension.name === "starterKit") return extension.configure({ trailingNode: false });
      if (extension.name === "picture") {
        return pictureNode.extend({ addNodeView: () => ReactNodeViewRenderer(PictureView) });
      }
      if (extension.name !== "embed") return extension;
      return embedNode.extend({ addNodeView: () => ReactNodeViewRenderer(EmbedView) });
    }),
    slashMenu(deeds),
    commandKeys(deeds),
    deskPaste(deeds, mastodonHosts),
    smartTypingKeys(language),
    quotationsShown((key) => deeds().select(key)),
    uploadPlaces,
    suggestedShown,
    foundShown,
    knownSelection,
  ];
}
