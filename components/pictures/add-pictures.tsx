"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { type DragEvent, type ReactNode, useState } from "react";
import { v7 as newId } from "uuid";
import { Notice } from "@/components/desk/notice";
import { ChooseFiles } from "./choose-files";
import { sendPicture } from "./send-picture";

type Sending = {
  readonly id: string;
  readonly name: string;
  readonly part: number;
  readonly trouble: string;
};

/** Takes pictures into the library, chosen or dropped anywhere on `children`, one after the other. */
export function AddPictures({ children }: { children: ReactNode }) {
  const router = useRouter();
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const [over, setOver] = useState(false);
  const take = async (files: readonly File[]) => {
    const queued = files.map((file) => ({ id: newId(), name: file.name, part: 0, trouble: "", file }));
    setSending((before) => [...before.filter((each) => each.trouble === ""), ...queued]);
    for (const { id, file } of queued) {
      const set = (change: Partial<Sending>) =>
        setSending((now) => now.map((each) => (each.id === id ? { ...each, ...change } : each)));
      const answer = await sendPicture(file, (part) => set({ part }));
      if (answer.ok) setSending((now) => now.filter((each) => each.id !== id));
      else set({ trouble: answer.words });
      if (answer.ok) router.refresh();
    }
  };
  const drop = (event: DragEvent) => {
    setOver(false);
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    void take([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first
    <div
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={over ? "rounded-lg outline-3 outline-info" : ""}
    >
      <div className="mb-4 flex flex-wrap items-center gap-3 text-[13.5px]">
        <ChooseFiles name="Choose pictures" multiple look="strong" onChosen={(files) => void take(files)}>
          <Plus aria-hidden size={16} /> Add pictures
        </ChooseFiles>
        <span className="text-ink-3">Or drop them here. JPEG, PNG, WebP or GIF, up to 20 MB.</span>
      </div>
      {sending.map((each) =>
        each.trouble ? (
          <Notice key={each.id}>
            <bdi>{each.name}</bdi>: {each.trouble}
          </Notice>
        ) : (
          <p key={each.id} className="m-0 mb-2 flex items-center gap-3 text-[13px] text-ink-2">
            <progress max={1} value={each.part} aria-label={`Sending ${each.name}`} />
            Sending <bdi className="truncate">{each.name}</bdi>
          </p>
        ),
      )}
      {children}
    </div>
  );
}
