"use client";

import { Dialog } from "@/components/desk/dialog";
import { keysByGroup } from "./keys";

export function KeysDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog
      title="Keys"
      lead="Everything that can be done here, from the keyboard. In the text, a slash opens the list of what can be put in."
      wide
      onClose={onClose}
    >
      <div className="gap-x-10 sm:columns-2">
        {keysByGroup().map(({ group, lines }) => (
          <section key={group} aria-label={group} className="mb-5 break-inside-avoid">
            <h3 className="m-0 mb-1.5 text-[13px] font-semibold text-ink-3">{group}</h3>
            <dl className="m-0 grid grid-cols-[1fr_auto] gap-x-4 gap-y-1.5 text-[14px]">
              {lines.map(({ label, note, keys }) => (
                <div key={label} className="contents">
                  <dt>
                    {label}
                    {note ? <span className="text-[12.5px] text-ink-3"> · {note}</span> : null}
                  </dt>
                  <dd className="m-0 text-right whitespace-nowrap">
                    <kbd className="rounded-[4px] border border-rule bg-sunken px-1.5 py-0.5 font-ui text-[12.5px]">
                      {keys}
                    </kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
