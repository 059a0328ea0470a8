import {
  between,
  box,
  chance,
  cloud,
  cut,
  disc,
  glitter,
  gouge,
  grain,
  grass,
  gull,
  hill,
  line,
  many,
  oneOf,
  print,
  shape,
  washes,
  water,
} from "./brush";
import { house } from "./things";

/** Salt marsh at low water: creeks that turn, sea lavender, an egret. */
export function saltMarsh(): string {
  const luck = chance(97);
  const creek = (path: string, fill: string) => shape(path, fill);
  return print(
    washes(luck, [
      [0, "#dfe3c8"],
      [150, "#e8e6c6"],
      [280, "#f0e4bd"],
      [370, "#f0d9ae"],
    ]),
    disc(1330, 300, 60, "#fbf1cf"),
    cloud(luck, 120, 140, 760, "#f8f3dd", 0.9),
    cloud(luck, 1010, 190, 620, "#d5dabb", 0.6),
    hill(luck, 420, 14, 220, "#a9b98f"),
    hill(luck, 462, 7, 400, "#8fa77b"),
    hill(luck, 508, 10, 320, "#7f9a68"),
    hill(luck, 590, 12, 380, "#8b9c5c"),
    hill(luck, 700, 16, 420, "#6f8a54"),
    hill(luck, 850, 22, 460, "#5f7c4d"),
    hill(luck, 1010, 24, 420, "#4b6842"),
    many(240, () =>
      gouge(
        between(luck, -40, 1800),
        between(luck, 480, 1150),
        between(luck, 30, 120),
        between(luck, 2, 6),
        oneOf(luck, ["#a7b070", "#56733f", "#7d9657", "#c0b877"]),
        0.55,
      ),
    ),
    creek(
      "M980 500C1080 530 700 570 760 610C840 660 1300 650 1240 730C1170 820 560 790 520 900C490 1000 900 1060 1010 1220L320 1220C300 1080 60 960 210 850C380 740 960 780 980 710C1000 650 560 650 600 590C640 540 940 530 930 500Z",
      "#c9c9a6",
    ),
    creek(
      "M970 500C1050 530 730 570 785 606C860 650 1270 655 1212 725C1140 806 590 790 545 893C515 1000 830 1070 930 1220L400 1220C370 1070 130 960 262 862C420 760 985 790 1010 712C1022 652 600 648 632 596C670 548 945 532 940 500Z",
      "#8fb0a8",
    ),
    many(90, () =>
      gouge(
        between(luck, 300, 860),
        between(luck, 880, 1190),
        between(luck, 50, 160),
        between(luck, 2, 6),
        oneOf(luck, ["#b5cbbb", "#f2e2b4", "#6d958f"]),
        0.7,
      ),
    ),
    many(40, () =>
      gouge(
        between(luck, 640, 1120),
        between(luck, 690, 770),
        between(luck, 30, 90),
        between(luck, 1.5, 3.5),
        oneOf(luck, ["#c6d5c2", "#f2e2b4"]),
        0.7,
      ),
    ),
    many(150, () =>
      disc(
        between(luck, 1000, 1790),
        between(luck, 770, 1010),
        between(luck, 3, 8),
        oneOf(luck, ["#9a83a8", "#b59abb", "#7f6b93"]),
        0.8,
      ),
    ),
    many(70, () =>
      disc(
        between(luck, 0, 240),
        between(luck, 690, 840),
        between(luck, 3, 6),
        oneOf(luck, ["#9a83a8", "#b59abb"]),
        0.8,
      ),
    ),
    grass(luck, 1080, 1190, 720, 260, ["#3b5635", "#55713f", "#8a944f", "#2f4a30"], 120),
    grass(luck, -40, 1200, 340, 300, ["#3b5635", "#55713f", "#9aa056", "#2f4a30"], 80),
    shape(
      "M596 900C590 850 620 800 668 800C690 800 700 780 694 744C690 716 704 700 722 702L762 712L724 720C716 730 722 752 722 776C722 830 690 862 640 872Z",
      "#f8f5e8",
    ),
    line("M646 870v92M664 866v92", "#3a3a34", 5),
    disc(717, 709, 3.5, "#2b2b28"),
    line("M726 711l40 2", "#c9962f", 6),
    gull(480, 300, 34, "#7b8464"),
    gull(590, 260, 26, "#8b9373"),
    grain(luck, "#3b4a2f"),
  );
}

/** A cottage or two above a slip, with a ladder down to the winter sea. */
export function seaLadder(): string {
  const luck = chance(101);
  return print(
    washes(luck, [
      [0, "#c6d7dc"],
      [220, "#d8dfda"],
      [380, "#eadfcb"],
      [470, "#f0d5bd"],
    ]),
    cloud(luck, 240, 180, 700, "#f3eee2", 0.85),
    cloud(luck, 1080, 260, 640, "#b9cbd1", 0.6),
    hill(luck, 560, 3, 800, "#6f97a3"),
    water(luck, 560, 1200, ["#8db0b6", "#517d8c", "#b3cac8", "#3f6b7b"], 330),
    glitter(luck, 560, 570, 1000, 150, "#f5dcc0", 80),
    cut(
      luck,
      [
        [1080, 1220],
        [1120, 640],
        [1820, 600],
        [1820, 1220],
      ],
      "#8d8a84",
      5,
    ),
    cut(
      luck,
      [
        [1080, 1220],
        [1120, 640],
        [1260, 632],
        [1250, 1220],
      ],
      "#6d6c6b",
      5,
    ),
    many(40, () =>
      box(
        luck,
        between(luck, 1270, 1760),
        between(luck, 650, 1160),
        between(luck, 50, 110),
        between(luck, 26, 44),
        oneOf(luck, ["#9b978f", "#7d7a76", "#a8a399"]),
        3,
        0.8,
      ),
    ),
    house(
      luck,
      1360,
      626,
      200,
      190,
      { wall: "#ece2cd", roof: "#4a5560", glass: "#f2cb7a", shade: "#39424c" },
      2,
    ),
    house(
      luck,
      1556,
      620,
      180,
      170,
      { wall: "#c98f6a", roof: "#4f4a52", glass: "#39424c", shade: "#39424c" },
      2,
    ),
    line("M1132 640V1130M1204 634V1130", "#dbe3e2", 14),
    many(12, (index) => line(`M1134 ${690 + index * 38}h70`, "#dbe3e2", 9)),
    disc(640, 862, 30, "#d9a581"),
    shape("M606 852Q640 800 674 852Z", "#b8412f"),
    disc(820, 930, 33, "#b98763"),
    shape("M784 920Q820 864 858 920Z", "#e2b04a"),
    many(26, () =>
      gouge(
        between(luck, 560, 900),
        between(luck, 870, 985),
        between(luck, 40, 150),
        between(luck, 3, 7),
        "#eef2ec",
        0.75,
      ),
    ),
    gull(420, 330, 42, "#5d6c74"),
    gull(540, 280, 28, "#74828a"),
    grain(luck, "#33444c"),
  );
}
