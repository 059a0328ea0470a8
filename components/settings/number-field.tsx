import { TextField } from "@/components/desk/field";

type Props = {
  label: string;
  limits: { readonly least: number; readonly most: number };
  hint?: string;
  /** As typed: what is no number is refused with a word when it is saved. */
  value: string;
  onChange: (typed: string) => void;
};

/** A whole number of the settings, within its limits. */
export const NumberField = ({ label, limits, hint, value, onChange }: Props) => (
  <TextField
    label={label}
    type="number"
    required
    min={limits.least}
    max={limits.most}
    hint={hint}
    value={value}
    onChange={(event) => onChange(event.target.value)}
  />
);
