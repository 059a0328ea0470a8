"use client";

import { Dialog } from "@/components/desk/dialog";
import { allKeys } from "./keys";

export function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keys" onClose={onClose}>
      <dl className="m-0 grid grid-cols-[1fr_auto] gap-x-6 gap-y-2 text-[14px]">
        {allKeys().map(({ what, keys }) => (
          <div key={what} className="contents">
            <dt>{what}</dt>
            <dd className="m-0 text-right">
              <kbd className="rounded-[4px] border border-rule bg-sunken px-1.5 py-0.5 font-ui text-[12.5px]">
                {keys}
              </kbd>
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
