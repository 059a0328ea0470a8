import { type Identity, sealedPartNames, sealedParts } from "@/domain/sourcing";

/** A sealed identity for as long as it is on the screen, part by part. */
export function IdentityShown({ identity }: { identity: Identity }) {
  return (
    <dl className="m-0 grid gap-2">
      {sealedParts
        .filter((part) => identity[part])
        .map((part) => (
          <div key={part}>
            <dt className="text-[12.5px] text-ink-2">{sealedPartNames[part]}</dt>
            <dd className="m-0 font-semibold whitespace-pre-line [overflow-wrap:anywhere]" dir="auto">
              {identity[part]}
            </dd>
          </div>
        ))}
    </dl>
  );
}
