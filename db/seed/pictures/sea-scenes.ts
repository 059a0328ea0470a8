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
  ground,
  gull,
  hill,
  type Ink,
  line,
  many,
  print,
  shape,
  washes,
  water,
} from "./brush";
import { boat, lighthouse } from "./things";

/** A sea that breaks on a wall: fingers of water thrown up from one place, the middle ones highest. */
const plume = (luck: Chance, x: number, y: number, tall: number, fill: string): Ink =>
  many(15, (index) => {
    const lean = (index - 7) / 7;
    const reach = tall * (1 - lean * lean * 0.62) * between(luck, 0.72, 1.08);
    const foot = x + lean * 130;
    const tip = foot + lean * 130 - 34;
    const half = between(luck, 26, 44);
    return shape(
      `M${foot - half} ${y}Q${foot - half * 0.7 + lean * 30} ${y - reach * 0.6} ${tip} ${y - reach}` +
        `Q${foot + half * 0.9 + lean * 50} ${y - reach * 0.55} ${foot + half} ${y}Z`,
      fill,
      0.9,
    );
  });

/** The east mole at high water: a low sun, a heavy sea, the light at the end of the wall. */
export function highWater(): string {
  const luck = chance(11);
  const wall = many(26, (index) =>
    box(luck, 980 + index * 34, 742 + (index % 2) * 5, 30, 92, index % 3 ? "#4b4f55" : "#595c60", 2),
  );
  const spray = many(120, () => {
    const up = luck();
    return disc(
      1000 + between(luck, -170, 210) * (0.5 + up * 0.7) - up * 40,
      800 - up * between(luck, 60, 330),
      between(luck, 1.5, 8) * (1.1 - up * 0.7),
      "#f4efe2",
      0.9,
    );
  });
  return print(
    washes(luck, [
      [0, "#d9c9a8"],
      [190, "#d3c3a6"],
      [330, "#c4bda9"],
      [450, "#a9b1ab"],
      [560, "#8d9f9f"],
    ]),
    disc(520, 470, 92, "#f0d9a0", 0.55),
    disc(520, 470, 62, "#f7e7bb"),
    cloud(luck, 80, 250, 780, "#b3aa94", 0.5),
    cloud(luck, 860, 180, 820, "#a39f8e", 0.6),
    cloud(luck, 300, 120, 560, "#e6d9bb", 0.7),
    cloud(luck, 1150, 330, 620, "#8f9490", 0.5),
    hill(luck, 640, 3, 900, "#5f7d84"),
    water(luck, 640, 780, ["#7c979a", "#4e6c75", "#88a0a0"], 150),
    glitter(luck, 520, 648, 900, 130, "#f1dfae", 90),
    box(luck, 960, 730, 900, 118, "#3f454c"),
    wall,
    box(luck, 940, 712, 900, 30, "#6d6b66"),
    lighthouse(luck, 1130, 716, 410, { stone: "#ece3cf", band: "#9f3a2c", dark: "#2a3138", lamp: "#f6d989" }),
    plume(luck, 985, 856, 330, "#c9cfc8"),
    plume(luck, 1020, 860, 270, "#f1ede0"),
    spray,
    hill(luck, 836, 22, 210, "#3f626c"),
    water(luck, 836, 1000, ["#668a91", "#2f4f5a", "#a9bdb9", "#4c727b"], 190, 0.75),
    hill(luck, 965, 26, 250, "#2b4b57"),
    water(luck, 970, 1200, ["#4b7079", "#1d3843", "#86a3a4", "#345866"], 170, 0.75),
    many(26, () =>
      gouge(
        between(luck, 0, 1700),
        between(luck, 850, 1180),
        between(luck, 60, 200),
        between(luck, 4, 9),
        "#dfe4da",
        0.55,
      ),
    ),
    gull(640, 330, 44, "#2f3a40"),
    gull(760, 280, 30, "#3c474c"),
    gull(420, 300, 24, "#4a5357"),
    grain(luck, "#2a3138"),
  );
}

/** A channel marker leaning in the tide, the pilots' boat behind it. */
export function channelMarker(): string {
  const luck = chance(23);
  const buoy = [
    shape("M640 902C650 830 700 800 742 796L900 762C955 760 1000 790 1012 828Q840 930 640 902Z", "#7d2b23"),
    shape("M640 902C650 830 700 800 742 796L790 786C730 820 700 860 704 910Q670 910 640 902Z", "#5c1e1a"),
    line("M742 800L838 452M900 768L872 446M820 786L855 450", "#7d2b23", 20),
    line("M770 700L888 672M796 606L880 588M815 540L876 527", "#5c1e1a", 13),
    cut(
      luck,
      [
        [806, 470],
        [908, 442],
        [900, 408],
        [800, 436],
      ],
      "#8f342a",
    ),
    line("M852 430L842 372", "#3a2320", 12),
    cut(
      luck,
      [
        [806, 372],
        [868, 354],
        [842, 276],
      ],
      "#2c2523",
      2,
    ),
    disc(842, 352, 26, "#f5d98c", 0.9),
    disc(842, 352, 60, "#f5d98c", 0.25),
    many(11, (index) => gouge(690 + index * 24, 880 - index * 7, 46, 5, "#b4584a", 0.6)),
  ];
  return print(
    washes(luck, [
      [0, "#b9ccc9"],
      [210, "#c6d3ca"],
      [380, "#d6dac9"],
      [500, "#e4dfc6"],
    ]),
    cloud(luck, 120, 170, 760, "#eef0e2", 0.8),
    cloud(luck, 900, 250, 860, "#e8e8d6", 0.8),
    cloud(luck, 560, 90, 500, "#9fb6b6", 0.45),
    hill(luck, 560, 16, 190, "#8fa7a2"),
    hill(luck, 596, 9, 120, "#6f8d8a"),
    hill(luck, 626, 3, 700, "#3f7f86"),
    water(luck, 626, 800, ["#5f9a9d", "#2f6c75", "#7fb0ad"], 170),
    boat(luck, 1180, 716, 330, { hull: "#22404c", stripe: "#e2b04a", house: "#ece6d3", dark: "#1b2b33" }),
    many(9, (index) => gouge(1110 + index * 42, 722 + (index % 3) * 7, 110, 6, "#dfe9df", 0.7)),
    hill(luck, 772, 20, 230, "#2f707a"),
    water(luck, 780, 960, ["#5a989b", "#245964", "#9cc4bd", "#3f838a"], 150),
    ...buoy,
    hill(luck, 884, 24, 190, "#245e69"),
    water(luck, 890, 1200, ["#4b8b90", "#174650", "#8fbab4", "#2f6e78"], 240, 0.75),
    many(14, () =>
      gouge(
        between(luck, 560, 980),
        between(luck, 892, 950),
        between(luck, 50, 150),
        between(luck, 4, 9),
        "#e6efe6",
        0.75,
      ),
    ),
    gull(1010, 300, 52, "#33474c"),
    gull(1120, 352, 32, "#51656a"),
    gull(330, 380, 28, "#6c7f80"),
    grain(luck, "#16333b"),
  );
}

/** The night ferry under a full moon, all its windows lit. */
export function nightFerry(): string {
  const luck = chance(37);
  const decks = many(3, (deck) =>
    box(luck, 690 + deck * 62, 640 - deck * 62, 620 - deck * 128, 64, deck % 2 ? "#c9c4c0" : "#dcd6cd", 2),
  );
  const lights = many(31, (index) => {
    const deck = index < 14 ? 0 : index < 24 ? 1 : 2;
    const place = index - (deck === 0 ? 0 : deck === 1 ? 14 : 24);
    return box(luck, 712 + deck * 64 + place * 42, 660 - deck * 62, 25, 24, "#f9cf72", 1);
  });
  const stars = many(90, () =>
    disc(
      between(luck, 0, 1800),
      between(luck, 0, 430),
      between(luck, 0.9, 2.8),
      "#f2e6cf",
      between(luck, 0.4, 0.95),
    ),
  );
  return print(
    washes(luck, [
      [0, "#1d2140"],
      [150, "#262a4e"],
      [290, "#36355f"],
      [410, "#51466f"],
      [510, "#77597c"],
      [590, "#a87582"],
    ]),
    stars,
    disc(360, 250, 118, "#f3e3bd", 0.16),
    disc(360, 250, 76, "#f6e8c6"),
    disc(338, 236, 14, "#dfcda6", 0.7),
    disc(384, 276, 20, "#dfcda6", 0.6),
    disc(376, 222, 8, "#dfcda6", 0.6),
    cloud(luck, 120, 360, 640, "#3d3a63", 0.75),
    cloud(luck, 1060, 300, 700, "#433d68", 0.8),
    hill(luck, 668, 9, 160, "#3a3158"),
    many(24, () =>
      disc(between(luck, 1250, 1790), between(luck, 668, 690), between(luck, 2, 4), "#f4c46c", 0.9),
    ),
    hill(luck, 706, 3, 800, "#2b2c52"),
    water(luck, 706, 1200, ["#3c3a66", "#1c1f3f", "#4f4874", "#262850"], 330, 0.8),
    glitter(luck, 360, 715, 1180, 95, "#f0dcae", 110),
    shape("M560 716L1400 716L1462 690L1400 806Q980 838 640 806Z", "#1a1d38"),
    shape("M575 738L1440 722L1432 748L590 762Z", "#b2473e"),
    box(luck, 600, 690, 810, 32, "#efe7d8", 2),
    decks,
    lights,
    box(luck, 850, 442, 128, 76, "#b2473e", 2),
    box(luck, 850, 462, 128, 18, "#f1e6d2", 1),
    many(8, (index) => gouge(720 - index * 62, 418 - index * 7, 190, 15 + index * 3, "#5d5379", 0.42)),
    line("M1130 520V410M1130 440L1400 690M1130 440L980 516", "#cfc6c2", 3, 0.7),
    disc(1130, 406, 6, "#ffe7a6"),
    glitter(luck, 990, 812, 1080, 330, "#f2b85f", 120),
    many(18, () =>
      gouge(
        between(luck, 560, 1350),
        between(luck, 800, 836),
        between(luck, 60, 170),
        between(luck, 3, 7),
        "#b5a9bb",
        0.7,
      ),
    ),
    grain(luck, "#0f1126"),
  );
}

/** A lighthouse on its rock, before weather. */
export function lighthouseRock(): string {
  const luck = chance(41);
  return print(
    washes(luck, [
      [0, "#e2a46c"],
      [170, "#e8b57d"],
      [300, "#efc793"],
      [420, "#f3d8ac"],
      [530, "#f1dfc0"],
    ]),
    shape("M1180 300L-20 60L-20 260Z", "#fbe9bd", 0.5),
    shape("M1180 300L1820 180L1820 330Z", "#fbe9bd", 0.4),
    cloud(luck, 60, 330, 700, "#d58a5a", 0.5),
    cloud(luck, 880, 160, 860, "#cf8155", 0.45),
    cloud(luck, 420, 480, 700, "#f8e6c6", 0.75),
    hill(luck, 690, 3, 800, "#5b7f86"),
    water(luck, 690, 900, ["#7fa0a0", "#44686f", "#e3bd8b", "#6a8d91"], 200),
    cut(
      luck,
      [
        [900, 930],
        [960, 810],
        [1050, 770],
        [1090, 730],
        [1270, 728],
        [1330, 790],
        [1450, 840],
        [1520, 940],
      ],
      "#3d3a3c",
      8,
    ),
    cut(
      luck,
      [
        [1150, 930],
        [1180, 780],
        [1270, 730],
        [1330, 790],
        [1450, 840],
        [1520, 940],
      ],
      "#2c2a2e",
      6,
    ),
    many(30, () =>
      gouge(
        between(luck, 960, 1400),
        between(luck, 780, 920),
        between(luck, 30, 120),
        between(luck, 2, 5),
        "#6c6461",
        0.6,
      ),
    ),
    box(luck, 1270, 664, 110, 72, "#ece2ce"),
    cut(
      luck,
      [
        [1260, 668],
        [1325, 618],
        [1392, 668],
      ],
      "#8d3b2d",
    ),
    lighthouse(luck, 1180, 738, 520, { stone: "#f2e8d3", band: "#8d3b2d", dark: "#29323a", lamp: "#fff0b8" }),
    hill(luck, 900, 20, 210, "#3f666f"),
    many(20, () =>
      gouge(
        between(luck, 860, 1480),
        between(luck, 898, 950),
        between(luck, 60, 180),
        between(luck, 6, 12),
        "#f3ead6",
        0.85,
      ),
    ),
    water(luck, 910, 1200, ["#5f878c", "#294b55", "#8fb0ad", "#3a626b", "#d8b88a"], 260, 0.75),
    gull(520, 420, 56, "#3a3d42"),
    gull(640, 480, 38, "#4d4e50"),
    gull(420, 510, 30, "#63605e"),
    gull(1500, 520, 34, "#4d4e50"),
    grain(luck, "#33302f"),
  );
}

/** A seal hauled out, its head to the right. */
const seal = (luck: Chance, x: number, y: number, size: number, back: string, belly: string): Ink =>
  shape(
    `M${x} ${y}C${x + size * 0.1} ${y - size * 0.3} ${x + size * 0.45} ${y - size * 0.36} ${x + size * 0.72} ${y - size * 0.3}` +
      `C${x + size * 0.84} ${y - size * 0.5} ${x + size * 1.02} ${y - size * 0.5} ${x + size * 1.07} ${y - size * 0.36}` +
      `C${x + size * 1.1} ${y - size * 0.24} ${x + size * 0.98} ${y - size * 0.2} ${x + size * 0.93} ${y - size * 0.06}` +
      `C${x + size * 0.7} ${y + size * 0.05} ${x + size * 0.3} ${y + size * 0.06} ${x} ${y}L${x - size * 0.16} ${y - size * 0.1}L${x - size * 0.13} ${y + size * 0.05}Z`,
    back,
  ) +
  shape(
    `M${x + size * 0.1} ${y - size * 0.01}Q${x + size * 0.5} ${y - size * 0.12} ${x + size * 0.92} ${y - size * 0.1}Q${x + size * 0.6} ${y + size * 0.06} ${x + size * 0.1} ${y - size * 0.01}Z`,
    belly,
  ) +
  disc(x + size * 0.97, y - size * 0.4, size * 0.019, "#1d2226") +
  many(9, () =>
    disc(
      x + between(luck, 0.15, 0.7) * size,
      y - between(luck, 0.12, 0.26) * size,
      between(luck, 0.008, 0.02) * size,
      "#3c4449",
      0.5,
    ),
  );

/** Grey seals hauled out on a sandbank at low water. */
export function seals(): string {
  const luck = chance(53);
  return print(
    washes(luck, [
      [0, "#c9dbe0"],
      [180, "#d7e2df"],
      [330, "#e7e8da"],
      [430, "#f1e9d2"],
    ]),
    cloud(luck, 200, 190, 800, "#f6f4ea", 0.85),
    cloud(luck, 1050, 130, 640, "#b5ccd3", 0.5),
    hill(luck, 482, 12, 230, "#9db3ad"),
    hill(luck, 520, 3, 800, "#6ea2ad"),
    water(luck, 520, 700, ["#8bb8bd", "#558d9a", "#b3d0cd"], 170),
    hill(luck, 690, 12, 420, "#d9c39a"),
    hill(luck, 742, 20, 360, "#cfb588"),
    many(90, () =>
      gouge(
        between(luck, -60, 1800),
        between(luck, 720, 930),
        between(luck, 40, 190),
        between(luck, 1.5, 4.5),
        "#b39868",
        0.5,
      ),
    ),
    seal(luck, 240, 786, 210, "#69727a", "#a8a9a2"),
    seal(luck, 1330, 776, 230, "#7b7f80", "#b9b4a6"),
    seal(luck, 880, 800, 190, "#8e8b82", "#c4bca9"),
    seal(luck, 520, 872, 330, "#4f5961", "#98a09d"),
    seal(luck, 1080, 890, 300, "#5f686e", "#a9aaa2"),
    hill(luck, 958, 16, 330, "#4f8a98"),
    many(16, () =>
      gouge(
        between(luck, -80, 1750),
        between(luck, 950, 990),
        between(luck, 90, 260),
        between(luck, 4, 8),
        "#f3ecd8",
        0.8,
      ),
    ),
    water(luck, 980, 1200, ["#7aaeb6", "#3a7382", "#a5c9ca", "#5c97a3"], 200, 0.75),
    gull(1500, 360, 46, "#4d5a60"),
    gull(1610, 410, 30, "#66737a"),
    gull(380, 330, 30, "#66737a"),
    grain(luck, "#3a4a50"),
  );
}

/** A lake in the dunes with a wooden jetty, and nobody in it. */
export function swimmingLake(): string {
  const luck = chance(59);
  const planks = many(15, (index) => {
    const part = index / 15;
    const y = 1200 - part ** 0.8 * 470;
    const half = 190 * (1 - part * 0.72);
    return box(
      luck,
      860 - half,
      y - 34 * (1 - part * 0.7),
      half * 2,
      27 * (1 - part * 0.66),
      index % 2 ? "#8a6f54" : "#9c8063",
      3,
    );
  });
  return print(
    ground("#cfe0d2"),
    hill(luck, 190, 8, 500, "#dbe5d0"),
    hill(luck, 320, 8, 500, "#e9e8cd"),
    cloud(luck, 300, 170, 700, "#f4f3e3", 0.9),
    cloud(luck, 1100, 240, 520, "#f4f3e3", 0.8),
    hill(luck, 440, 40, 200, "#8fae8c"),
    hill(luck, 490, 26, 140, "#6d9374"),
    many(60, () => {
      const x = between(luck, 0, 1800);
      return disc(
        x,
        between(luck, 470, 515),
        between(luck, 14, 38),
        luck() > 0.5 ? "#587f63" : "#4b7059",
        0.9,
      );
    }),
    hill(luck, 540, 4, 600, "#d8c79a"),
    hill(luck, 566, 3, 800, "#5f9d98"),
    water(luck, 566, 1200, ["#7ab3a9", "#458883", "#9fcabb", "#3b7b79"], 320, 0.7),
    many(40, () =>
      gouge(
        between(luck, 0, 1700),
        between(luck, 580, 720),
        between(luck, 60, 220),
        between(luck, 4, 10),
        "#4d7a63",
        0.4,
      ),
    ),
    line("M690 1200L800 735M1030 1200L920 735", "#5d4a3a", 18),
    planks,
    many(8, (index) =>
      line(
        `M${index % 2 ? 1010 - index * 12 : 712 + index * 11} ${1130 - index * 52}v70`,
        "#4b3b2e",
        15 - index,
      ),
    ),
    line("M905 742v-150M945 742v-150M905 620h40M905 660h40M905 700h40", "#e9e4d4", 9),
    disc(712, 980, 52, "#c8513b"),
    disc(712, 980, 27, "#6c9b95"),
    many(4, (index) =>
      disc(712 + Math.cos(index * 1.57 + 0.8) * 40, 980 + Math.sin(index * 1.57 + 0.8) * 40, 11, "#f3ead6"),
    ),
    grain(luck, "#2d4a42"),
  );
}
