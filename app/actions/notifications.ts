"use server";

import { z } from "zod";
import { markNotifications, saveChoices } from "@/db/write-notifications";
import { notificationKinds } from "@/domain/notifications";
import { fromForm, ticked } from "./form";
import { staffAction } from "./staff-action";

/** Marks some of one's own notifications, or all, as read or as not read. */
export const readNotifications = staffAction
  .metadata({ name: "readNotifications" })
  .inputSchema(
    fromForm(z.object({ ids: z.union([z.literal("all"), z.array(z.uuid()).max(200)]), isRead: ticked })),
  )
  .action(({ parsedInput, ctx }) => markNotifications(ctx.actor, parsedInput.ids, parsedInput.isRead));

/** How one wants to be told of each kind. */
export const chooseNotifications = staffAction
  .metadata({ name: "chooseNotifications" })
  .inputSchema(
    fromForm(
      z.object({ choices: z.record(z.enum(notificationKinds), z.object({ inApp: ticked, byMail: ticked })) }),
    ),
  )
  .action(({ parsedInput, ctx }) => saveChoices(ctx.actor, parsedInput.choices));
