"use client";

import { useState } from "react";
import type { Paper } from "@/domain/paper";
import { AppealForm, EmbedsForm, PaperForm, PoliciesForm } from "./forms";
import { HouseForm } from "./house-form";
import { LogoPart } from "./logo-part";
import { MailForm, type ShownMail } from "./mail-form";
import { NewsletterForm, RepliesForm } from "./readers-forms";
import { SecurityForm } from "./security-form";

/** The forms of the settings. They are kept in one row, so a save by one moves the others on with it. */
export function SettingsDesk({ paper, revision, mail }: { paper: Paper; revision: number; mail: ShownMail }) {
  const [latest, moveOn] = useState(revision);
  const shared = { revision: latest, moveOn };
  return (
    <>
      <PaperForm paper={paper} shared={shared} />
      <LogoPart paper={paper} shared={shared} />
      <HouseForm paper={paper} shared={shared} />
      <EmbedsForm paper={paper} shared={shared} />
      <RepliesForm paper={paper} shared={shared} />
      <NewsletterForm paper={paper} shared={shared} />
      <AppealForm paper={paper} shared={shared} />
      <SecurityForm paper={paper} shared={shared} />
      <MailForm paper={paper} shared={shared} mail={mail} />
      <PoliciesForm paper={paper} shared={shared} />
    </>
  );
}
