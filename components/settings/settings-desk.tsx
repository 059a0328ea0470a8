"use client";

import { useState } from "react";
import type { Paper } from "@/domain/paper";
import { AppealForm, EmbedsForm, HouseForm, PaperForm, PoliciesForm } from "./forms";

/** The forms of the settings. They are kept in one row, so a save by one moves the others on with it. */
export function SettingsDesk({ paper, revision }: { paper: Paper; revision: number }) {
  const [latest, moveOn] = useState(revision);
  const shared = { revision: latest, moveOn };
  return (
    <>
      <PaperForm paper={paper} shared={shared} />
      <HouseForm paper={paper} shared={shared} />
      <EmbedsForm paper={paper} shared={shared} />
      <AppealForm paper={paper} shared={shared} />
      <PoliciesForm paper={paper} shared={shared} />
    </>
  );
}
