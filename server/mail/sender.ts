import { paperOf } from "@/db/queries/desk/paper";
import { headerText } from "@/domain/mail/letter";
import { environment } from "@/environment";
import type { Sender } from "./send";

/** From where this newsroom sends, or null where mail is off. */
export async function senderOfPaper(): Promise<Sender | null> {
  const { mail, origin } = environment();
  if (!mail) return null;
  const paper = await paperOf();
  return { ...mail, origin, name: headerText(paper.mail.senderName || paper.name) };
}
