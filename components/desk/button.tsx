import type { ButtonHTMLAttributes, ReactNode } from "react";

const looks = {
  plain: "border-rule bg-surface text-ink hover:bg-sunken",
  strong: "border-transparent bg-ink text-paper hover:opacity-90",
  go: "border-transparent bg-sourced text-surface hover:opacity-90",
  stop: "border-transparent bg-broken text-surface hover:opacity-90",
  quiet: "border-transparent bg-transparent text-ink-2 hover:bg-sunken hover:text-ink",
} as const;
export type ButtonLook = keyof typeof looks;

/** The classes of a button, for a link that has to look like one. */
export const buttonClasses = (look: ButtonLook = "plain"): string =>
  `inline-flex min-h-9 cursor-pointer items-center justify-center gap-2 rounded-card border px-3.5 py-1.5 font-ui text-[13.5px] font-semibold no-underline aria-disabled:cursor-not-allowed aria-disabled:opacity-50 ${looks[look]}`;

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "disabled"> & {
  look?: ButtonLook;
  /** Work is under way: the button says so and takes no second press. */
  pending?: boolean;
  /** Shown in place of the label while `pending`: "Publishing …". */
  pendingLabel?: ReactNode;
  /** Why it cannot be pressed now. The button stays in the tab order, so that everybody can find out. */
  refusedBecause?: string | undefined;
  /** The second click of a double click does nothing, even where another button has come under the pointer meanwhile:
   * for commands that follow one another in the same place. */
  deliberate?: boolean;
};

/** A button that never acts twice for one press, and says why when it cannot act. */
export function Button({
  look = "plain",
  pending = false,
  pendingLabel,
  refusedBecause,
  deliberate = false,
  onClick,
  className = "",
  children,
  type = "button",
  ...rest
}: Props) {
  const still = pending || refusedBecause !== undefined;
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={still || undefined}
      aria-busy={pending || undefined}
      // Where the reason is described already, the browser's own label would say it twice.
      title={rest["aria-describedby"] ? rest.title : (refusedBecause ?? rest.title)}
      className={`${buttonClasses(look)} ${className}`}
      onClick={(event) => {
        // The browser counts clicks by place and time, whichever button each of them meets.
        if (still || (deliberate && event.detail > 1)) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {pending ? (pendingLabel ?? children) : children}
    </button>
  );
}
