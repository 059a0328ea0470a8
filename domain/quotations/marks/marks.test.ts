import { describe, expect, it } from "vitest";
import { markedSpans, paragraphsOf } from "./marks";

const spansOf = (text: string) =>
  markedSpans(text, paragraphsOf(text)).map((span) => text.slice(span.start, span.end));

/** Text, and every outermost stretch in marks. */
const rows: readonly [text: string, spans: readonly string[]][] = [
  ["“We go,” she said.", ["“We go,”"]],
  ['"We go," she said.', ['"We go,"']],
  ["''We go,'' she said.", ["''We go,''"]],
  ["``We go,'' she said.", ["``We go,''"]],
  ["‘We go,’ she said.", ["‘We go,’"]],
  ["'We go,' she said.", ["'We go,'"]],
  ["«On y va», dit-elle.", ["«On y va»"]],
  ["« On y va », dit-elle.", ["« On y va »"]],
  ["„Wir gehen“, sagte sie.", ["„Wir gehen“"]],
  ["„Wir gehen”, sagte sie.", ["„Wir gehen”"]],
  ["»Wir gehen«, sagte sie.", ["»Wir gehen«"]],
  ["“One,” he said, “and two.”", ["“One,”", "“and two.”"]],
  ['"One," he said, "and two."', ['"One,"', '"and two."']],
  ["“He said ‘no’ to me,” she said.", ["“He said ‘no’ to me,”"]],
  ["‘He said “no” to me,’ she said.", ["‘He said “no” to me,’"]],
  ["'He said \"no\" to me,' she said.", ["'He said \"no\" to me,'"]],
  ["“Don’t,” she said. “I can’t.”", ["“Don’t,”", "“I can’t.”"]],
  ["‘Don’t,’ she said. ‘I can’t.’", ["‘Don’t,’", "‘I can’t.’"]],
  ["'Don't,' she said. 'I can't.'", ["'Don't,'", "'I can't.'"]],
  ["‘The workers’ union is right,’ he said.", ["‘The workers’ union is right,’"]],
  ["‘It was the ’90s,’ he said.", ["‘It was the ’90s,’"]],
  ["The players’ union didn’t comment on the ’90s kit.", []],
  ["The players' union didn't comment on the '90s kit.", []],
  ["Rock 'n' roll is the boys' and girls' music.", []],
  ["He is 5'10\" tall and she is 6'1\" tall.", []],
  ['A 12" record and a 7" single.', []],
  ["It fell to 40° 26′ 46″ N.", []],
  ['He is 5\'10" and said "I am tall" twice.', ['"I am tall"']],
  ["“One.\n\n“Two.\n\n“Three,” he said.", ["“One.", "“Two.", "“Three,”"]],
  ['"One.\n\n"Two," he said.', ['"One.', '"Two,"']],
  ["‘One.\n\n‘Two,’ he said.", ["‘One.", "‘Two,’"]],
  ["“One,” he said.\n“Two,” she said.", ["“One,”", "“Two,”"]],
  ["“[The board] knew … and did nothing,” she wrote.", ["“[The board] knew … and did nothing,”"]],
  ["(“Never,” he said.)", ["(“Never,” he said.)".slice(1, 9)]],
  ["the plan—“a joke”—failed", ["“a joke”"]],
  ["a “root and branch” review", ["“root and branch”"]],
  ['She said ," For example, no". Then', ['" For example, no"']],
  ["「行きます」と彼女は言った。", ["「行きます」"]],
  ["彼は「父は『いや』と言った」と話した。「本当だ」とも。", ["「父は『いや』と言った」", "「本当だ」"]],
  ["「一。\n\n「二」と彼は言った。", ["「一。", "「二」"]],
  ["“”", []],
  ["“ ”", []],
  ["", []],
];

describe("stretches in quotation marks", () => {
  it.each(rows)("%j", (text, spans) => {
    expect(spansOf(text)).toEqual(spans);
  });

  it("says whether a paragraph left its quotation open", () => {
    const text = "“One.\n\n“Two,” he said.";
    expect(markedSpans(text, paragraphsOf(text)).map((span) => span.closed)).toEqual([false, true]);
  });
});
