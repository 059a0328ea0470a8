/** Keys and what each does. */
export function KeyList({ keys }: { keys: readonly (readonly [key: string, meaning: string])[] }) {
  return (
    <dl className="m-0 grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 text-[14px]">
      {keys.map(([key, meaning]) => (
        <div key={key} className="contents">
          <dt>
            <kbd className="rounded border border-edge bg-sunken px-2 py-0.5 font-ui text-[13px] whitespace-nowrap">
              {key}
            </kbd>
          </dt>
          <dd className="m-0">{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
