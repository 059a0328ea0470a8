import { linkedPieces } from "@/domain/reply-rules";

/** A plain text whose addresses are links; those of mail too where `mail` says so. */
export function Linked({ text, mail, rel }: { text: string; mail?: boolean; rel?: string }) {
  return linkedPieces(text, { mail }).map((piece, index) =>
    piece.href ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text never change places
      <a key={index} href={piece.href} rel={rel}>
        {piece.text}
      </a>
    ) : (
      piece.text
    ),
  );
}
