"use client";

import { SecondFactorSetup } from "./second-factor-setup";

/** Setting a second factor up before the desk opens. A whole new page follows, with the rights that come with it. */
export function EnrolAtDoor({ then }: { then: string }) {
  return <SecondFactorSetup asksPassword={false} onDone={() => window.location.assign(then)} />;
}
