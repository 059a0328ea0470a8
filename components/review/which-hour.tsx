/** Which of two local hours with one name is meant: asked where the clocks go back. */
export type WhichHour = "first" | "second" | undefined;

export function WhichHourChoice({
  which,
  onChoose,
}: {
  which: WhichHour;
  onChoose: (which: "first" | "second") => void;
}) {
  return (
    <fieldset className="m-0 mb-4 flex gap-5 border-0 p-0 text-[14px]">
      <legend className="sr-only">Which of the two</legend>
      {(["first", "second"] as const).map((each) => (
        <label key={each} className="flex items-center gap-2">
          <input type="radio" name="which" checked={which === each} onChange={() => onChoose(each)} />
          The {each} one
        </label>
      ))}
    </fieldset>
  );
}
