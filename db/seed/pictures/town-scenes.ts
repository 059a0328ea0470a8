import {
  between,
  box,
  type Chance,
  chance,
  cloud,
  cut,
  disc,
  glitter,
  gouge,
  grain,
  gull,
  hill,
  type Ink,
  line,
  many,
  oneOf,
  type Point,
  print,
  shape,
  washes,
  water,
} from "./brush";
import { boat, terrace } from "./things";

/** A plane tree with its last leaves. */
const tree = (luck: Chance, x: number, y: number, tall: number): Ink =>
  line(
    `M${x} ${y}V${y - tall * 0.55}M${x} ${y - tall * 0.4}L${x - tall * 0.2} ${y - tall * 0.75}L${x - tall * 0.26} ${y - tall}M${x - tall * 0.2} ${y - tall * 0.75}L${x - tall * 0.1} ${y - tall * 0.98}` +
      `M${x} ${y - tall * 0.5}L${x + tall * 0.17} ${y - tall * 0.8}L${x + tall * 0.24} ${y - tall * 1.02}M${x + tall * 0.1} ${y - tall * 0.68}L${x + tall * 0.07} ${y - tall}M${x} ${y - tall * 0.55}L${x - tall * 0.02} ${y - tall * 0.9}`,
    "#3a2f33",
    tall * 0.035,
  ) +
  many(16, () =>
    disc(
      x + between(luck, -0.28, 0.28) * tall,
      y - between(luck, 0.7, 1.05) * tall,
      between(luck, 4, 10),
      oneOf(luck, ["#b5652f", "#c98a3d", "#8c4a2c"]),
      0.9,
    ),
  );

/** The council hall on its square, with the clock tower and bare plane trees. */
export function councilHall(): string {
  const luck = chance(61);
  const columns = many(8, (index) => box(luck, 516 + index * 110, 560, 34, 300, "#efe4cb", 2));
  const windows = many(7, (index) =>
    box(luck, 562 + index * 110, 610, 54, 110, index % 3 === 1 ? "#f2c66d" : "#3d4a57", 2),
  );
  return print(
    washes(luck, [
      [0, "#8fa9b6"],
      [200, "#a5b9bd"],
      [380, "#c0cac1"],
      [540, "#dcd6bf"],
    ]),
    cloud(luck, 90, 200, 660, "#d3d9d2", 0.75),
    cloud(luck, 1050, 150, 720, "#cdd5d0", 0.75),
    cloud(luck, 620, 330, 700, "#e8e1cb", 0.6),
    terrace(
      luck,
      -60,
      420,
      850,
      [170, 240],
      ["#a88672", "#b89a80", "#8f7566"],
      { roof: "#5b4a4d", glass: "#e3b865", shade: "#4a3c40" },
      2,
    ),
    terrace(
      luck,
      1410,
      1820,
      850,
      [170, 250],
      ["#9c7c6b", "#b3957c", "#8a7163"],
      { roof: "#54454a", glass: "#3f4a55", shade: "#46393d" },
      2,
    ),
    box(luck, 450, 520, 900, 345, "#cdb893"),
    box(luck, 450, 520, 900, 46, "#b79f78"),
    windows,
    columns,
    many(7, (index) => box(luck, 562 + index * 110, 770, 54, 95, index === 3 ? "#5a2f2a" : "#49454a", 2)),
    cut(
      luck,
      [
        [430, 524],
        [900, 372],
        [1370, 524],
      ],
      "#d8c49e",
    ),
    cut(
      luck,
      [
        [520, 512],
        [900, 396],
        [1280, 512],
      ],
      "#bda57d",
    ),
    box(luck, 812, 170, 176, 260, "#d8c49e"),
    box(luck, 800, 150, 200, 28, "#b79f78"),
    cut(
      luck,
      [
        [806, 152],
        [900, 20],
        [994, 152],
      ],
      "#4f6d6a",
    ),
    line("M900 24V-10", "#3a2f33", 6),
    disc(900, 270, 62, "#3a3f48"),
    disc(900, 270, 52, "#f4ecd6"),
    line("M900 270V228M900 270L930 286", "#3a3f48", 7),
    many(5, (index) =>
      box(
        luck,
        450 - index * 22,
        862 + index * 17,
        900 + index * 44,
        19,
        index % 2 ? "#c4b393" : "#b3a184",
        2,
      ),
    ),
    hill(luck, 946, 3, 700, "#8d8577"),
    many(170, () =>
      gouge(
        between(luck, -40, 1800),
        between(luck, 955, 1190),
        between(luck, 26, 80),
        between(luck, 3, 7),
        oneOf(luck, ["#9c9484", "#77705f", "#a8a08f"]),
        0.7,
      ),
    ),
    tree(luck, 250, 1010, 460),
    tree(luck, 1560, 1020, 490),
    many(26, () =>
      gouge(
        between(luck, 120, 1700),
        between(luck, 980, 1120),
        between(luck, 16, 34),
        between(luck, 4, 8),
        oneOf(luck, ["#b5652f", "#c98a3d"]),
        0.9,
      ),
    ),
    line("M470 1064v-72M520 1068v-66M1180 1090v-80", "#2e2a33", 20),
    disc(470, 978, 13, "#2e2a33"),
    disc(520, 988, 12, "#5b2f33"),
    disc(1180, 996, 14, "#2e2a33"),
    gull(640, 220, 34, "#4b555c"),
    gull(1160, 270, 28, "#5b656b"),
    grain(luck, "#342c2c"),
  );
}

/** Chandler Street after a flood: sandbags at the doors, the sky in the road. */
export function chandlerStreet(): string {
  const luck = chance(73);
  const bags = many(34, (index) => {
    const x = 30 + (index % 17) * 106 + (index >= 17 ? 50 : 0);
    const y = index >= 17 ? 842 : 876;
    return shape(
      `M${x} ${y}q4 -34 46 -36q44 0 52 34q-4 12 -50 13q-44 -1 -48 -11Z`,
      oneOf(luck, ["#b9a27a", "#a8916c", "#c7b189"]),
    );
  });
  const mirrored = many(90, () =>
    gouge(
      between(luck, -60, 1780),
      between(luck, 920, 1190),
      between(luck, 60, 220),
      between(luck, 4, 10),
      oneOf(luck, ["#b4735a", "#c9a27a", "#d9b98a", "#7f98a3", "#5d7683"]),
      0.55,
    ),
  );
  return print(
    washes(luck, [
      [0, "#7d94a2"],
      [190, "#93a7b0"],
      [330, "#b2bdbb"],
      [450, "#cfcdbd"],
    ]),
    cloud(luck, 60, 140, 820, "#63798a", 0.55),
    cloud(luck, 900, 210, 860, "#6d828f", 0.5),
    cloud(luck, 420, 290, 620, "#d6d6c9", 0.6),
    terrace(
      luck,
      -70,
      1830,
      880,
      [350, 430],
      ["#b4614a", "#d3a268", "#7f9a8e", "#e0cfae", "#8a5a56", "#5f7f8d"],
      { roof: "#3f444e", glass: "#f0d08a", shade: "#333743" },
      2,
    ),
    box(luck, -20, 806, 1860, 16, "#5f6a63", 4, 0.55),
    bags,
    hill(luck, 888, 3, 800, "#617b87"),
    mirrored,
    water(luck, 890, 1200, ["#7d96a0", "#48626f", "#a7b7b8"], 130, 0.6),
    shape("M1080 962Q1260 1016 1450 950L1418 1030Q1260 1068 1122 1034Z", "#2d4b45"),
    line("M1086 972Q1260 1026 1444 962", "#e4c77d", 9),
    shape("M1150 988Q1260 1012 1380 986L1376 996Q1262 1024 1156 998Z", "#1c302d"),
    line("M1290 1002L1520 906M1200 1004L1010 930", "#d9cdb0", 8),
    shape("M1506 918l46 -30l8 16l-46 28Z", "#d9cdb0"),
    many(9, (index) => gouge(1060 + index * 44, 1044 + (index % 3) * 8, 100, 5, "#c6d0cd", 0.7)),
    gull(300, 230, 36, "#3d4a54"),
    gull(1420, 170, 30, "#4d5a63"),
    grain(luck, "#29323a"),
  );
}

/** A window with an arch, lit, and shelves of books behind it. */
const arch = (luck: Chance, x: number, y: number, width: number, tall: number): Ink =>
  shape(
    `M${x} ${y}V${y - tall}Q${x + width / 2} ${y - tall - width * 0.72} ${x + width} ${y - tall}V${y}Z`,
    "#f5c766",
  ) +
  many(4, (index) => box(luck, x + 6, y - 22 - index * tall * 0.26, width - 12, 9, "#7a4a2c", 1)) +
  many(26, () =>
    box(
      luck,
      x + 9 + luck() * (width - 28),
      y - 22 - Math.floor(luck() * 4) * tall * 0.26 - 36,
      between(luck, 7, 13),
      36,
      oneOf(luck, ["#9c3f30", "#2f5d63", "#6d4a7c", "#b8862f", "#40563b"]),
      1,
      0.85,
    ),
  ) +
  line(`M${x + width / 2} ${y}V${y - tall - width * 0.34}`, "#463039", 7);

/** A street lamp. */
const lamp = (luck: Chance, x: number): Ink =>
  line(`M${x} 1010V640`, "#241f2e", 11) +
  disc(x, 620, 70, "#f9dc92", 0.28) +
  disc(x, 620, 27, "#fbe7ae") +
  box(luck, x - 32, 586, 64, 11, "#241f2e", 1);

/** The library at dusk, every window lit, rain on the pavement. */
export function library(): string {
  const luck = chance(83);
  return print(
    washes(luck, [
      [0, "#2b3052"],
      [180, "#3a3d62"],
      [330, "#544f74"],
      [450, "#7a6580"],
      [540, "#a57f85"],
    ]),
    cloud(luck, 60, 190, 760, "#3f4067", 0.8),
    cloud(luck, 980, 260, 760, "#5f5678", 0.7),
    terrace(
      luck,
      -80,
      330,
      880,
      [260, 320],
      ["#433c58", "#4b4360"],
      { roof: "#2e2a44", glass: "#e6b25f", shade: "#2b2740" },
      2,
    ),
    terrace(
      luck,
      1480,
      1830,
      880,
      [250, 330],
      ["#433c58", "#3d3752"],
      { roof: "#2a2740", glass: "#d9a556", shade: "#2b2740" },
      2,
    ),
    box(luck, 300, 420, 1200, 470, "#8a4a3f"),
    many(150, () =>
      gouge(
        between(luck, 305, 1440),
        between(luck, 430, 880),
        between(luck, 24, 52),
        2.4,
        luck() > 0.5 ? "#6f3a35" : "#a05c4c",
        0.7,
      ),
    ),
    box(luck, 280, 396, 1240, 38, "#cbb796"),
    cut(
      luck,
      [
        [640, 400],
        [900, 268],
        [1160, 400],
      ],
      "#b9a483",
    ),
    disc(900, 352, 30, "#463039"),
    many(3, (index) => arch(luck, 366 + index * 138, 850, 96, 200)),
    many(3, (index) => arch(luck, 1062 + index * 138, 850, 96, 200)),
    shape("M800 890V600Q900 510 1000 600V890Z", "#cbb796"),
    shape("M824 890V616Q900 548 976 616V890Z", "#f8d37c"),
    box(luck, 836, 690, 60, 200, "#2f5d63", 2),
    box(luck, 904, 690, 60, 200, "#2f5d63", 2),
    disc(888, 790, 6, "#f8d37c"),
    disc(912, 790, 6, "#f8d37c"),
    many(3, (index) =>
      box(
        luck,
        770 - index * 26,
        886 + index * 16,
        260 + index * 52,
        18,
        index % 2 ? "#8f8290" : "#a3949c",
        2,
      ),
    ),
    hill(luck, 932, 3, 800, "#413b57"),
    water(luck, 932, 1200, ["#504965", "#302b45", "#5f5672"], 210, 0.7),
    glitter(luck, 900, 940, 1160, 130, "#f5c766", 90),
    glitter(luck, 500, 945, 1130, 190, "#e3a851", 70),
    glitter(luck, 1290, 945, 1130, 190, "#e3a851", 70),
    lamp(luck, 210),
    lamp(luck, 1600),
    shape("M1150 1010C1144 940 1156 890 1186 888C1216 890 1226 940 1222 1010Z", "#d6a032"),
    disc(1187, 868, 19, "#c08f6c"),
    shape("M1098 862Q1186 752 1276 862Q1186 832 1098 862Z", "#8f2f2b"),
    line("M1187 800V900M1172 1010v34M1202 1010v34", "#241f2e", 6),
    many(70, () => {
      const x = between(luck, 0, 1800);
      const y = between(luck, 0, 1100);
      return line(`M${x.toFixed(0)} ${y.toFixed(0)}l-9 42`, "#b9b3cc", 2, 0.35);
    }),
    grain(luck, "#1c1a2b"),
  );
}

/** A wind turbine on the horizon, its blades turned by `turn`. */
const turbine = (x: number, tall: number, turn: number): Ink =>
  line(`M${x} 690V${690 - tall}`, "#f2ecdd", 7) +
  many(3, (blade) => {
    const angle = turn + (blade * Math.PI * 2) / 3;
    return line(
      `M${x} ${690 - tall}l${(Math.cos(angle) * tall * 0.5).toFixed(1)} ${(Math.sin(angle) * tall * 0.5).toFixed(1)}`,
      "#f2ecdd",
      7,
    );
  }) +
  disc(x, 690 - tall, 8, "#f2ecdd");

/** A northern port behind its new sea wall: tall gables, turbines, a broad evening. */
export function northernPort(): string {
  const luck = chance(89);
  const gables = many(12, (index) => {
    const x = 120 + index * 132;
    const height = 210 + (index % 4) * 34;
    const wall = ["#a8503c", "#d8b079", "#566f7c", "#e6d6b4", "#7d4b47", "#8a9a7f"][index % 6] ?? "#a8503c";
    const top = 770 - height;
    const steps: Point[] = [];
    for (let step = 0; step <= 4; step += 1) {
      steps.push(
        [x + step * 15, top - step * 22],
        [x + (step + 1) * 15 - (step === 4 ? 3 : 0), top - step * 22],
      );
    }
    const back = steps.map(([left, y]): Point => [2 * x + 128 - left, y]).reverse();
    return (
      cut(luck, [[x, 770], ...steps, ...back, [x + 128, 770]], wall, 1) +
      many(6, (window) =>
        box(
          luck,
          x + 22 + (window % 2) * 52,
          top + 26 + Math.floor(window / 2) * 62,
          32,
          40,
          window === index % 6 ? "#f6cf77" : "#2e3b46",
          1,
        ),
      ) +
      box(luck, x + 50, 720, 30, 50, "#2e2b30", 1)
    );
  });
  return print(
    washes(luck, [
      [0, "#7fa3b0"],
      [190, "#98b5b5"],
      [320, "#bdc9b6"],
      [440, "#e5d5ac"],
      [540, "#efd198"],
    ]),
    cloud(luck, 120, 150, 900, "#d4dccd", 0.75),
    cloud(luck, 1000, 240, 760, "#eadfbf", 0.8),
    turbine(150, 330, 0.3),
    turbine(1640, 360, 1.1),
    turbine(1490, 270, 0.7),
    hill(luck, 690, 8, 200, "#8ba08b"),
    gables,
    box(luck, 640, 330, 110, 440, "#b98a63"),
    cut(
      luck,
      [
        [630, 334],
        [695, 190],
        [760, 334],
      ],
      "#4c6a68",
    ),
    disc(695, 400, 30, "#f3ead3"),
    line("M695 400V378M695 400l14 10", "#2e2b30", 4),
    cut(
      luck,
      [
        [-20, 768],
        [1820, 768],
        [1820, 850],
        [-20, 850],
      ],
      "#b9b5a5",
      3,
    ),
    cut(
      luck,
      [
        [-20, 846],
        [1820, 846],
        [1820, 940],
        [-20, 940],
      ],
      "#8f9088",
      4,
    ),
    many(34, (index) => line(`M${index * 55} 850l-22 88`, "#6f726d", 4, 0.7)),
    many(60, () =>
      gouge(
        between(luck, -20, 1780),
        between(luck, 775, 935),
        between(luck, 40, 140),
        between(luck, 2, 4),
        "#d8d3c0",
        0.5,
      ),
    ),
    line("M300 768v-46M338 768v-42M1210 768v-46", "#2b2f36", 13),
    disc(300, 712, 9, "#2b2f36"),
    disc(338, 717, 9, "#7b2f2a"),
    disc(1210, 712, 9, "#2b2f36"),
    hill(luck, 936, 8, 260, "#4b7784"),
    water(luck, 940, 1200, ["#6d96a0", "#345f6d", "#e0cd9e", "#5b8792"], 240, 0.75),
    boat(luck, 980, 1080, 360, { hull: "#7c2f28", stripe: "#f0e4c6", house: "#f0e4c6", dark: "#2b2f36" }),
    gull(480, 260, 38, "#4a5860"),
    gull(1130, 180, 30, "#5d6a70"),
    grain(luck, "#2b3a40"),
  );
}
