import Link from "next/link";

/** A choice between a few views of one thing, each at an address of its own. */
export function Segments({
  label,
  views,
}: {
  label: string;
  views: readonly { name: string; href: string; current: boolean }[];
}) {
  return (
    <nav
      aria-label={label}
      className="flex overflow-hidden rounded-card border border-rule bg-surface text-[13.5px]"
    >
      {views.map((view) => (
        <Link
          key={view.name}
          href={view.href}
          scroll={false}
          aria-current={view.current ? "page" : undefined}
          className="px-3 py-1.5 whitespace-nowrap text-ink-2 no-underline -outline-offset-3 hover:text-ink aria-[current]:bg-sunken aria-[current]:font-semibold aria-[current]:text-ink"
        >
          {view.name}
        </Link>
      ))}
    </nav>
  );
}
