import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findQuotations } from "./find";
import { readFixtures } from "./fixtures/read-fixtures";

/** Text, then for each stretch in marks who is proposed ("-" for no speech, "?" for nobody) and its kind. */
const rows: readonly [text: string, proposals: readonly string[]][] = [
  ["“We won’t go,” said Ada Quist.", ["Ada Quist full"]],
  ["“We won’t go,” Ada Quist said.", ["Ada Quist full"]],
  ["Ada Quist said: “We won’t go.”", ["Ada Quist full"]],
  ["Ada Quist said, “We won’t go.”", ["Ada Quist full"]],
  ["Ada Quist said the plan was “a joke”.", ["Ada Quist partial"]],
  ["“We won’t go,” said Ada Quist. “We never did.”", ["Ada Quist split", "Ada Quist split"]],
  [
    "“We won’t go,” Quist said, “and we never did.” Ada Quist leads the union.",
    ["Ada Quist split", "Ada Quist split"],
  ],
  ["“We won’t go,” the mayor, Ada Quist, told reporters.", ["Ada Quist full"]],
  ["“We won’t go,” said the mayor, Ada Quist.", ["Ada Quist full"]],
  ["“We won’t go,” said union president Ada Quist.", ["Ada Quist full"]],
  ["“We won’t go,” union spokesman Navy Capt. Abel Quist said.", ["Abel Quist full"]],
  ["“We won’t go,” said a spokesman for the union.", ["a spokesman for the union full"]],
  ["“We won’t go,” a man in the crowd shouted.", ["a man in the crowd full"]],
  ["“We won’t go,” critics say.", ["critics full"]],
  ["“We won’t go,” Sen. Ada Quist (D-Ohio) told the committee.", ["Ada Quist full"]],
  ["Ada Quist, who lost her seat in May, said she was “done”.", ["Ada Quist partial"]],
  [
    "Ada Quist, 44, a former army engineer who lost her seat, said she was “done with it”.",
    ["Ada Quist partial"],
  ],
  ["According to Ada Quist, the plan is “a joke”.", ["Ada Quist partial"]],
  ["The plan is “a joke”, according to Ada Quist.", ["Ada Quist partial"]],
  ["In the words of Ada Quist, it was “a long night”.", ["Ada Quist partial"]],
  ["Ada Quist called the plan “a joke”.", ["Ada Quist partial"]],
  ["Ada Quist described the plan as “reckless”.", ["Ada Quist partial"]],
  ["Ada Quist denounced the plan, calling it “a joke”.", ["Ada Quist partial"]],
  ["Calling the plan “a joke,” Ada Quist walked out.", ["Ada Quist partial"]],
  ["Ada Quist laughed and said: “Never.”", ["Ada Quist full"]],
  ["Ada Quist was blunt. “There is no money.”", ["Ada Quist full"]],
  ["Ada Quist set out her case in a letter.\n\n“There is no money.”", ["Ada Quist full"]],
  ["Ada Quist issued a statement. It read:\n\n“There is no money left at all.”", ["Ada Quist block"]],
  ["Ada Quist met Abel Moor. “There is no money,” she said.", ["Ada Quist full"]],
  ["Ada Quist met Abel Moor. “There is no money,” he said.", ["Abel Moor full"]],
  ["Abel Moor was angry. Ada Quist met him. “Go home,” he said.", ["Abel Moor full"]],
  ["Ada Quist, the mayor, is in trouble.\n\n“I will stay,” the mayor said.", ["Ada Quist full"]],
  ["Mayor Ada Quist is in trouble.\n\n“I will stay,” the mayor said.", ["Ada Quist full"]],
  ["Sir Abel Moor resigned.\n\n“I am tired,” Sir Abel said.", ["Abel Moor full"]],
  ["The Meridian Health Trust was fined. MHT said it was “sorry for it”.", ["Meridian Health Trust partial"]],
  ["HOST: “Will you stand?”\n\nGUEST: “No.”", ["HOST full", "GUEST full"]],
  ["“We had a long night.” — Ada Quist", ["Ada Quist full"]],
  ["MOORTON, Ohio — Ada Quist said the plan was “a joke”.", ["Ada Quist partial"]],
  [
    "“No,” Ada Quist said.\n\n“Why not?” Abel Moor asked.\n\n“Because.”",
    ["Ada Quist full", "Abel Moor full", "Ada Quist full"],
  ],
  ["“One thing.\n\n“Another thing,” said Ada Quist.", ["Ada Quist paragraphs", "Ada Quist paragraphs"]],
  ["Ada Quist said: “One thing.\n\n“Another thing.”", ["Ada Quist paragraphs", "Ada Quist paragraphs"]],
  ["Ada Quist wrote the song “Cold Harbour”.", ["- title"]],
  ["Her novel, “Winter Orchard,” sold well.", ["- title"]],
  ["He hosts NBC’s “Meet the Nation.”", ["- title"]],
  ["The so-called “haunted” mill closed.", ["- title"]],
  ["The singer, known as “Finch”, retired.", ["- title"]],
  ["He told “Good Day USA” that he was “fine with it”.", ["- title", "? partial"]],
  ["The bill, known as the “Fair Shake Act,” passed.", ["- title"]],
  ["Protesters gathered, chanting “No more fees!”", ["Protesters full"]],
  ["A sign outside read “Keep out, all of you”.", ["A sign full"]],
  [
    "“I gave what I saw,” said Ada Quist, adding that it was “a clear foul”.",
    ["Ada Quist split", "Ada Quist split"],
  ],
  ["Abel Moor told Ada Quist: “You lied.”", ["Abel Moor full"]],
  ["“You lied,” Abel Moor told Ada Quist.", ["Abel Moor full"]],
  ["“You lied,” she was told by Abel Moor.", ["Abel Moor full"]],
  ["‘You lied,’ Ada Quist said. ‘You always did.’", ["Ada Quist split", "Ada Quist split"]],
  ["''You lied,'' Ms. Quist said. Ada Quist is a nurse.", ["Ada Quist full"]],
  ["Abel “Sticks” Moor beat Ida Quist. “I was lucky,” Moor said.", ["- title", "Abel Moor full"]],
  ["Ada Quist won the final. “I have one word,” the Swede said.", ["Ada Quist full"]],
  ["Ada Quist won the final. “I have one word,” the 26-year-old said.", ["Ada Quist full"]],
  ["A carer told police she was “sorry”.\n\nAda Quist, 51, stole it.", ["Ada Quist partial"]],
  ["A strike began, prompting Ada Quist to accuse them of “greed”.", ["Ada Quist partial"]],
  ["Ada Quist told donors it was “a mess”, according to a pool report.", ["Ada Quist partial"]],
  [
    "The doors opened. “Tough.” That was a retired machinist from Velden.",
    ["a retired machinist from Velden full"],
  ],
  ["“Choices matter,” as a judge once liked to say.", ["a judge full"]],
  ["The deputy fired “in fear for his life”, Sheriff Ada Quist said.", ["Ada Quist partial"]],
  [
    "Ida Moor spoke of a word that Ada Quist used in Velden, where she called it “a joke”.",
    ["Ada Quist partial"],
  ],
  ["Abel Moor left. Asked why, Ada Quist grinned. “All of it.”", ["Ada Quist full"]],
  ["A person close to him said the office was “reading the news”.", ["A person close to him partial"]],
  ["A woman waiting in the Velden district said she was cold. “I’m off,” she said.", ["A woman full"]],
  ["The team met. “It is modest,” they said.", ["The team full"]],
  [
    "A spokesman for the operator, Greenburn, said it was “well below” the limit.",
    ["A spokesman for the operator partial"],
  ],
  ["Russia called for “balance”.", ["Russia partial"]],
  ["Its owner, Jan Quist, wept. “We never paid,” she said.", ["Jan Quist full"]],
  ["The president-elect smiled. “We will win,” he said.", ["The president-elect full"]],
  [
    "Ada Quist said the paper, which asked people to “strike back”, had been “a joke”.",
    ["the paper partial", "Ada Quist partial"],
  ],
  ["It fell into the sea, prompting Prime Minister Abel Moor to call it “a joke”.", ["Abel Moor partial"]],
  ["I thought of Abel Moor, who worked there and who used to say it was “a joke”.", ["Abel Moor partial"]],
  ["The leader watched and was, state media said, “filled with joy”.", ["state media partial"]],
  ["Abel Moor signed. “It’s the law,” the North Carolina Republican insisted.", ["Abel Moor full"]],
  ["Backstage, the host, Abel Moor, wept. “I knew it,” he said.", ["Abel Moor full"]],
  ["Someone taped a note to the door. “Wash your hands,” it read.", ["a note full"]],
  ["It was the view of Abel Moor of New York, who said it was “a joke”.", ["Abel Moor partial"]],
  ["French President Abel Moor left. Later the U.S. president urged “calm”.", ["the U.S. president partial"]],
  ["A duck house, described by its makers as “elegant and dry”, is gone.", ["its makers partial"]],
  ["Walkers came. “It was dark,” said one of them, Ada Quist.", ["Ada Quist full"]],
  ["Parishioners were divided. “I’d have him back,” said one.", ["one of the parishioners full"]],
  ["The doors shut. “I’d have him back,” said one.", ["one person full"]],
  ["Ada Quist, head of the mill, Brightwater, said it was “a joke”.", ["Ada Quist partial"]],
  ["A clerk with the Harbour Board in Velden, Ada Quist, said it was “a joke”.", ["Ada Quist partial"]],
  ["Her director on that film, Abel Moor, laughed. “She waited,” he said.", ["Abel Moor full"]],
  [
    "Inside the rink, Ada Quist, 58, a nurse from Derry, waited. “It was cold,” she said.",
    ["Ada Quist full"],
  ],
  ["Ida Moor spoke. It ended when an aide stood up and said, “We are done here, folks.”", ["an aide full"]],
  ["Rep. Abel Moor voted no. “That’s a sentence,” the congressman said.", ["Abel Moor full"]],
  ["Meridian Health lost. The company said it was “sorry for it”.", ["Meridian Health partial"]],
  ["Ada Quist objected. Mr. Moor, she said, “will never be mayor”.", ["Ada Quist partial"]],
  ["Former governor and television host Abel Moor said it was “a joke”.", ["Abel Moor partial"]],
  ["A caller who gave his name as Abel Moor said it was “a joke”.", ["Abel Moor partial"]],
  ["The opinion, by Justice Ada Quist, said it was “a joke”.", ["Ada Quist partial"]],
  ["Lib Dem leader Abel Moor resigned. “I am tired,” he said.", ["Abel Moor full"]],
  ["When Abel Moor asked who was to blame, Ada Quist did not wait: “We are.”", ["Ada Quist full"]],
  ["Abel Moor (Ind, Northgate), who was against it, told the board: “We won’t pay.”", ["Abel Moor full"]],
  ["Ada Quist, for the union, who spoke last, said it was “a joke”.", ["Ada Quist partial"]],
  ["Ada Quist said it was “a joke” and that Abel Moor had asked for more.", ["Ada Quist partial"]],
  ["Ada Quist won. A publisher offered her a book. “I had to laugh,” she said.", ["Ada Quist full"]],
  ["Ada Quist answered in one word: “No.”", ["Ada Quist full"]],
  ["The 6ft 2in keeper won’t talk; the players’ union didn’t.", []],
];

const told = (text: string) =>
  findQuotations(text).map(
    ({ kind, speaker }) => `${kind === "title" ? "-" : (speaker?.name ?? "?")} ${kind}`,
  );

describe("who said it", () => {
  it.each(rows)("%j", (text, proposals) => {
    expect(told(text)).toEqual(proposals);
  });

  it("gives offsets that cut the text at the marks, the speaker and the cue", () => {
    const text = "“We won’t go,” union president Ada Quist told reporters on Monday.";
    const [found] = findQuotations(text);
    expect(found && text.slice(found.start, found.end)).toBe("“We won’t go,”");
    expect(found?.speaker && text.slice(found.speaker.mention.start, found.speaker.mention.end)).toBe(
      "Ada Quist",
    );
    expect(found?.cue && text.slice(found.cue.start, found.cue.end)).toBe("told");
    expect(found?.occasion).toMatchObject({ where: "told reporters", when: "on Monday" });
  });

  it.each([
    ["“No,” said Ada Quist in a telephone interview.", "in a telephone interview", undefined],
    ["In a statement on Friday, Ada Quist said it was “not over”.", "In a statement", "on Friday"],
    ["“No,” Ada Quist told the Harbour Gazette yesterday.", "told the Harbour Gazette", "yesterday"],
    [
      "Speaking outside the court in Velden on Thursday, Ada Quist said it was “a start”.",
      "Speaking outside the court in Velden",
      "on Thursday",
    ],
    ["“No,” Ada Quist wrote on Twitter.", "wrote on Twitter", undefined],
    ["“No,” Ada Quist said.", undefined, undefined],
  ])("reads the occasion of %j", (text, where, when) => {
    const occasion = findQuotations(text)[0]?.occasion;
    expect(occasion?.where).toBe(where);
    expect(occasion?.when).toBe(when);
  });

  it.each([
    ["In her nightly address, Ada Quist called it “a start”.", "In her nightly address", undefined],
    ["Ada Quist told the committee on Tuesday: “There is no money.”", "told the committee", "on Tuesday"],
    ["“We are done,” Ada Quist said in a statement.", "said in a statement", undefined],
    ["“We are done,” Ada Quist wrote in a letter to staff last week.", /letter/u, "last week"],
    ["At Monday’s debate, Ada Quist said it was “over”.", "At Monday’s debate", undefined],
  ])("tells the occasion of %j", (text, where, when) => {
    const occasion = findQuotations(text)[0]?.occasion;
    if (typeof where === "string") expect(occasion?.where).toBe(where);
    else expect(occasion?.where).toMatch(where);
    expect(occasion?.when).toBe(when);
  });

  it("takes each paragraph of a block without marks for a quotation of whoever leads it in", () => {
    const words = "There is no money left.\n\nWe must choose.";
    const text = `Ada Quist wrote to residents:\n\n${words}\n\nAbel Moor disagreed. “No,” he said.`;
    const start = text.indexOf(words);
    const found = findQuotations(text, { blocks: [{ start, end: start + words.length }] });
    expect(found.map(({ kind, speaker, text: inner }) => [kind, speaker?.name, inner])).toEqual([
      ["block", "Ada Quist", "There is no money left."],
      ["block", "Ada Quist", "We must choose."],
      ["full", "Abel Moor", "No,"],
    ]);
    expect(found[0]?.group).toBe(found[1]?.group);
  });

  it("prefers a name that the newsroom has among its sources", () => {
    const text = "Quist met Moor. “There is no money,” he said.";
    expect(findQuotations(text, { knownNames: ["Abel Moor"] })[0]?.speaker?.name).toBe("Moor");
  });

  it("says why, and is less sure of a pronoun than of a name", () => {
    const [named] = findQuotations("“No,” said Ada Quist.");
    const [pronoun] = findQuotations("Ada Quist met Ida Moor. “No,” she said.");
    expect(named?.reason).toContain("said");
    expect(named?.confidence).toBeGreaterThan(pronoun?.confidence ?? 1);
  });
});

describe("any text at all", () => {
  const odd = fc.array(
    fc.constantFrom(
      ..."“ ” ‘ ’ \" ' '' « » … — said Ada Quist she , . : ? ! \n\n \n the mayor 90s 5'10\" told (R) & \ud83d\ude00".split(
        " ",
      ),
    ),
    { maxLength: 80 },
  );

  it("never throws, and its offsets lie in the text, in order", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "grapheme" }),
          odd.map((parts) => parts.join(" ")),
        ),
        (text) => {
          let from = 0;
          for (const found of findQuotations(text)) {
            expect(found.start).toBeGreaterThanOrEqual(from);
            expect(found.end).toBeGreaterThan(found.start);
            expect(found.end).toBeLessThanOrEqual(text.length);
            expect(found.confidence).toBeGreaterThanOrEqual(0);
            expect(found.confidence).toBeLessThanOrEqual(1);
            from = found.end;
          }
        },
      ),
    );
  });

  it("takes steps in proportion to the length, whatever the text is made of", () => {
    fc.assert(
      fc.property(odd, (parts) => {
        const piece = `${parts.join(" ")} `;
        const times = Math.ceil(2500 / piece.length);
        const [once, twice] = [stepsFor(piece.repeat(times)), stepsFor(piece.repeat(2 * times))];
        expect(twice).toBeLessThan(3 * once + 20_000);
      }),
      { numRuns: 8 },
    );
  }, 60_000);

  it.each(['"', "“", "' a", 'he said "abc". ', "Bob, ", "Ab Cd said. ", "said ", "\n\n“a b c"])(
    "comes to an end on very much of %j",
    (piece) => {
      const length = Math.floor(20_000 / piece.length);
      expect(findQuotations(piece.repeat(length)).length).toBeLessThanOrEqual(length);
    },
  );
});

describe("the project's own articles", () => {
  const fixtures = readFixtures();
  const rate = { marked: 0, spans: 0, speakers: 0, proposed: 0, sure: 0, sureRight: 0 };
  for (const { text, marked } of fixtures) {
    const speech = marked.filter(({ speaker }) => speaker !== null);
    const found = findQuotations(text).filter(({ kind }) => kind !== "title");
    rate.marked += speech.length;
    rate.proposed += found.length;
    for (const quotation of found) {
      const gold = speech.find((each) => Math.abs(each.start - quotation.start) <= 1);
      if (!gold) continue;
      const name = quotation.speaker?.name.toLowerCase() ?? "";
      const right = gold.phrase
        ? sharesWord(name, gold.speaker ?? "")
        : name.endsWith(lastWord(gold.speaker ?? ""));
      rate.spans += 1;
      if (right) rate.speakers += 1;
      if (quotation.confidence >= 0.8) rate.sure += 1;
      if (quotation.confidence >= 0.8 && right) rate.sureRight += 1;
    }
  }

  it("finds what is quoted, and no more", () => {
    expect(rate.spans / rate.marked).toBeGreaterThan(0.98);
    expect(rate.spans / rate.proposed).toBeGreaterThan(0.98);
  });

  it("names the right speaker nineteen times in twenty", () => {
    expect(rate.speakers / rate.spans).toBeGreaterThan(0.95);
  });

  it("is right when it says it is sure, and is sure of most", () => {
    expect(rate.sureRight / rate.sure).toBeGreaterThan(0.95);
    expect(rate.sure / rate.spans).toBeGreaterThan(0.6);
  });
});

/** How often a text makes the finder look something up or try a pattern. */
function stepsFor(text: string): number {
  const { get } = Map.prototype;
  const { has } = Set.prototype;
  const { exec } = RegExp.prototype;
  let steps = 0;
  Map.prototype.get = function counted(key) {
    steps += 1;
    return get.call(this, key);
  };
  Set.prototype.has = function counted(key) {
    steps += 1;
    return has.call(this, key);
  };
  RegExp.prototype.exec = function counted(words) {
    steps += 1;
    return exec.call(this, words);
  };
  try {
    findQuotations(text);
  } finally {
    Map.prototype.get = get;
    Set.prototype.has = has;
    RegExp.prototype.exec = exec;
  }
  return steps;
}

const lastWord = (name: string) => name.toLowerCase().split(" ").at(-1) ?? "";
const sharesWord = (left: string, right: string) => {
  const words = right
    .toLowerCase()
    .split(" ")
    .filter((word) => word.length > 2);
  return words.some((word) => left.includes(word));
};
