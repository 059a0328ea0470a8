import { SelectField, TextArea } from "@/components/desk/field";
import type { ChangedSentence } from "@/domain/corrections";
import { shortened } from "@/domain/shortened";

type Props = {
  changed: readonly ChangedSentence[];
  sentence: ChangedSentence;
  onChange: (sentence: ChangedSentence) => void;
};

const short = (text: string) => shortened(text, 70);
const nameOf = ({ was, says }: ChangedSentence) =>
  says === "" ? `Gone: ${short(was)}` : was === "" ? `New: ${short(says)}` : short(says);

/** The sentence that a correction is about: chosen from those that changed, and put right by hand where need be. */
export function SentenceFields({ changed, sentence, onChange }: Props) {
  const at = changed.findIndex((each) => each.was === sentence.was && each.says === sentence.says);
  return (
    <>
      {changed.length > 0 ? (
        <SelectField
          label="Sentence"
          hint="Sentences in which the approved text differs from what readers have."
          value={String(at)}
          onChange={(event) => onChange(changed[Number(event.target.value)] ?? { was: "", says: "" })}
        >
          {changed.map((each, index) => (
            <option key={`${each.was}\n${each.says}`} value={String(index)}>
              {nameOf(each)}
            </option>
          ))}
          <option value="-1">About no one sentence, or in words of my own</option>
        </SelectField>
      ) : null}
      <TextArea
        label="It said"
        rows={2}
        maxLength={2_000}
        value={sentence.was}
        onChange={(event) => onChange({ ...sentence, was: event.target.value })}
      />
      <TextArea
        label="It says now"
        rows={2}
        maxLength={2_000}
        value={sentence.says}
        onChange={(event) => onChange({ ...sentence, says: event.target.value })}
      />
    </>
  );
}
