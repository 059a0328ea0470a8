"use client";

import { useEffect } from "react";
import { wipeCopies } from "./local-copies";

/** Wipes what this device kept of anybody's text, after signing out: a browser obeys the server's own word for it on
 * https alone. */
export function WipeCopies() {
  useEffect(() => void wipeCopies(), []);
  return null;
}
