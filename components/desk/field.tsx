import {
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from "react";

/** The classes of anything that is typed in or chosen from, as wide as it needs to be. */
export const fieldLook =
  "rounded-card border border-edge bg-surface px-3 py-2 font-ui text-[14px] text-ink placeholder:text-ink-3 aria-invalid:border-broken";
/** The same, as wide as there is room. */
export const fieldClasses = `block w-full ${fieldLook}`;

type Common = {
  label: string;
  /** What belongs here, under the label. */
  hint?: ReactNode;
  /** What is wrong with it, and what to do. */
  error?: string | undefined;
  /** Keep the label for those who listen, not for those who see. */
  hiddenLabel?: boolean;
};

/** A label, a hint and an error around one control, tied together for those who listen to the page. */
function Around({
  label,
  hint,
  error,
  hiddenLabel,
  id,
  children,
}: Common & { id: string; children: ReactNode }) {
  return (
    <div className="mb-4">
      <label
        htmlFor={id}
        className={hiddenLabel ? "sr-only" : "mb-1 block text-[13px] font-semibold text-ink-2"}
      >
        {label}
      </label>
      {children}
      {hint ? (
        <p id={`${id}-hint`} className="m-0 mt-1 text-[12.5px] leading-normal text-ink-3">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} role="alert" className="m-0 mt-1 text-[13px] leading-normal text-broken">
          {error}
        </p>
      ) : null}
    </div>
  );
}

const described = (id: string, hint: ReactNode, error: string | undefined) =>
  [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ") || undefined;

export function TextField({
  label,
  hint,
  error,
  hiddenLabel,
  ...rest
}: Common & InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> }) {
  const made = useId();
  const id = rest.id ?? made;
  return (
    <Around label={label} hint={hint} error={error} hiddenLabel={hiddenLabel ?? false} id={id}>
      <input
        type="text"
        {...rest}
        id={id}
        aria-describedby={described(id, hint, error)}
        aria-invalid={error ? true : undefined}
        className={`${fieldClasses} ${rest.className ?? ""}`}
      />
    </Around>
  );
}

export function TextArea({
  label,
  hint,
  error,
  hiddenLabel,
  ...rest
}: Common & TextareaHTMLAttributes<HTMLTextAreaElement> & { ref?: Ref<HTMLTextAreaElement> }) {
  const made = useId();
  const id = rest.id ?? made;
  return (
    <Around label={label} hint={hint} error={error} hiddenLabel={hiddenLabel ?? false} id={id}>
      <textarea
        rows={3}
        {...rest}
        id={id}
        aria-describedby={described(id, hint, error)}
        aria-invalid={error ? true : undefined}
        className={`${fieldClasses} ${rest.className ?? ""}`}
      />
    </Around>
  );
}

export function SelectField({
  label,
  hint,
  error,
  hiddenLabel,
  children,
  ...rest
}: Common & SelectHTMLAttributes<HTMLSelectElement>) {
  const made = useId();
  const id = rest.id ?? made;
  return (
    <Around label={label} hint={hint} error={error} hiddenLabel={hiddenLabel ?? false} id={id}>
      <select
        {...rest}
        id={id}
        aria-describedby={described(id, hint, error)}
        aria-invalid={error ? true : undefined}
        className={`${fieldClasses} ${rest.className ?? ""}`}
      >
        {children}
      </select>
    </Around>
  );
}

export function CheckField({
  label,
  hint,
  ...rest
}: { label: ReactNode; hint?: ReactNode } & InputHTMLAttributes<HTMLInputElement>) {
  const made = useId();
  const id = rest.id ?? made;
  return (
    <div className="mb-4 flex items-start gap-2.5 text-[14px] leading-normal">
      <input
        type="checkbox"
        {...rest}
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="mt-0.5 size-4.5 accent-(--ink)"
      />
      <div>
        <label htmlFor={id}>{label}</label>
        {hint ? (
          <p id={`${id}-hint`} className="m-0 text-[12.5px] text-ink-3">
            {hint}
          </p>
        ) : null}
      </div>
    </div>
  );
}
