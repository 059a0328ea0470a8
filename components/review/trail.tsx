export type TrailLine = {
  readonly id: number;
  readonly time: string;
  readonly by: string | null;
  readonly words: string;
};

/** Who did what with this story, the newest first. */
export function Trail({ lines }: { lines: readonly TrailLine[] }) {
  return (
    <ol className="m-0 list-none p-0 pb-4">
      {lines.map((line) => (
        <li key={line.id} className="px-4.5 py-1.5 leading-[1.4] break-words">
          <span className="text-ink-3">{line.time}</span>{" "}
          {line.by ? <b className="font-medium">{line.by}</b> : null} {line.words}
        </li>
      ))}
    </ol>
  );
}
