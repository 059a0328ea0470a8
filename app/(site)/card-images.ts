import { type Card, canBeDrawn, cardAlt, cardSize } from "@/domain/publication/card";
import { cardAddress } from "@/server/pictures/card-file";

/** What the head of a page says of the card of its story or quotation; nothing where there are no fonts for its letters. */
export const cardImages = (of: string, card: Card) =>
  canBeDrawn(card)
    ? [{ url: cardAddress(of, card), ...cardSize, type: "image/png", alt: cardAlt(card) }]
    : [];
