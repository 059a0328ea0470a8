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
  print,
  shape,
  washes,
  water,
} from "./brush";
import { boat, crane, lighthouse, terrace } from "./things";

/** Cranes over the inner harbour at first light, a dredger below them. */
export function harbourCranes(): string {
  const luck = chance(67);
  return print(
    washes(luck, [
      [0, "#4d6478"],
      [160, "#66788a"],
      [300, "#8f8f98"],
      [410, "#bd9f97"],
      [510, "#e0b190"],
      [590, "#f0c996"],
    ]),
    disc(1240, 616, 120, "#f9dfa8", 0.45),
    disc(1240, 616, 78, "#fbe6b5"),
    cloud(luck, 60, 230, 760, "#5b6c7e", 0.6),
    cloud(luck, 940, 300, 820, "#a08e93", 0.6),
    cloud(luck, 300, 480, 640, "#e9bd98", 0.7),
    hill(luck, 680, 14, 140, "#6b6270"),
    terrace(
      luck,
      -40,
      560,
      724,
      [40, 70],
      ["#5b5364", "#534c5d"],
      { roof: "#3f3a4c", glass: "#f0c67e", shade: "#3f3a4c" },
      1,
    ),
    box(luck, -20, 716, 1860, 46, "#3c3947"),
    crane(420, 720, 520, 360, "#2c2e3d", "#b5553d"),
    crane(860, 720, 440, -290, "#34343f", "#c98a3d"),
    crane(1500, 720, 560, -420, "#2a2b3a", "#b5553d"),
    many(9, (index) =>
      box(
        luck,
        980 + (index % 5) * 82,
        676 - Math.floor(index / 5) * 42,
        78,
        40,
        oneOf(luck, ["#8d4436", "#3f5f6b", "#b0863f", "#566b52"]),
        2,
      ),
    ),
    hill(luck, 756, 2, 900, "#575d70"),
    water(luck, 756, 1200, ["#6f7183", "#41485d", "#a58f92", "#363d52"], 320, 0.75),
    glitter(luck, 1240, 766, 1180, 120, "#f8d79a", 120),
    boat(luck, 300, 900, 520, { hull: "#1f2635", stripe: "#c4533a", house: "#e6d9c2", dark: "#171c28" }),
    line("M700 872L900 800M700 845L905 780M735 860l26 -42M790 838l26 -36M845 820l22 -34", "#171c28", 9),
    many(12, () =>
      gouge(
        between(luck, 250, 860),
        between(luck, 896, 930),
        between(luck, 60, 180),
        between(luck, 3, 7),
        "#e2c4a8",
        0.6,
      ),
    ),
    gull(700, 420, 40, "#34394a"),
    gull(1120, 380, 30, "#4a4c5b"),
    grain(luck, "#1b1f2d"),
  );
}

/** A net hung between posts, with its floats. */
const net = (luck: Chance, x: number, width: number, drop: number, colour: string): Ink => {
  const sag = (part: number) => Math.sin(part * Math.PI) * 42;
  const down = many(19, (index) => {
    const part = index / 18;
    const left = x + width * part;
    return `M${left} ${470 + sag(part)}Q${left + 22} ${470 + drop * 0.5} ${left - 8} ${470 + sag(part) + drop}`;
  });
  const across = many(13, (index) => {
    const y = 470 + (drop * index) / 12;
    return `M${x} ${y}Q${x + width / 2} ${y + 84} ${x + width - 4} ${y}`;
  });
  const floats = many(9, (index) =>
    disc(x + (width * index) / 8, 468 + sag(index / 8), 11, oneOf(luck, ["#e0a040", "#d1562f", "#f0e0b6"])),
  );
  return line(down, colour, 4, 0.85) + line(across, colour, 3, 0.7) + floats;
};

/** Somebody on a bench, bent over a net. */
const mender = (luck: Chance, x: number, y: number, coat: string, hat: string): Ink =>
  shape(
    `M${x - 62} ${y}C${x - 70} ${y - 110} ${x - 40} ${y - 168} ${x} ${y - 172}C${x + 46} ${y - 166} ${x + 66} ${y - 110} ${x + 104} ${y - 70}L${x + 90} ${y - 44}L${x + 46} ${y - 74}L${x + 60} ${y}Z`,
    coat,
  ) +
  disc(x + 10, y - 200, 33, "#c99a74") +
  shape(`M${x - 28} ${y - 206}Q${x + 8} ${y - 262} ${x + 46} ${y - 208}Z`, hat) +
  box(luck, x - 74, y, 150, 24, "#4b3527", 2) +
  line(`M${x - 54} ${y + 20}v62M${x + 58} ${y + 20}v62`, "#4b3527", 13);

/** A tarred shed, gable to the quay. */
const shed = (luck: Chance, x: number, width: number, height: number, wall: string, roof: string): Ink =>
  box(luck, x, 820 - height, width, height, wall) +
  many(Math.floor(width / 30), (index) =>
    line(`M${x + 14 + index * 30} ${824 - height}v${height - 8}`, "#241d1c", 3, 0.55),
  ) +
  cut(
    luck,
    [
      [x - 16, 826 - height],
      [x + width / 2, 700 - height],
      [x + width + 16, 826 - height],
    ],
    roof,
  );

/** Nets hung to dry on Quay Lane, in front of the tarred sheds. */
export function netMenders(): string {
  const luck = chance(71);
  return print(
    washes(luck, [
      [0, "#eec98c"],
      [180, "#f2d39c"],
      [320, "#f5ddb0"],
      [440, "#f1dfbd"],
    ]),
    cloud(luck, 100, 150, 700, "#f9ecce", 0.9),
    cloud(luck, 1000, 220, 700, "#e4b273", 0.45),
    hill(luck, 520, 20, 170, "#c2a077"),
    shed(luck, 40, 360, 330, "#4a3630", "#8d4b34"),
    shed(luck, 430, 300, 390, "#3a2c2b", "#75402f"),
    shed(luck, 760, 420, 320, "#5c4334", "#9a5a3a"),
    shed(luck, 1210, 300, 400, "#40302c", "#7d4431"),
    shed(luck, 1540, 340, 340, "#523c32", "#8d4b34"),
    box(luck, 528, 660, 104, 160, "#7a9a8c", 2),
    box(luck, 900, 640, 150, 180, "#b94f33", 2),
    box(luck, 1310, 650, 100, 170, "#d8b567", 2),
    box(luck, 130, 620, 90, 80, "#f3d489", 2),
    box(luck, 1640, 620, 90, 80, "#f3d489", 2),
    hill(luck, 818, 3, 700, "#b8966b"),
    many(190, () =>
      gouge(
        between(luck, -40, 1800),
        between(luck, 830, 1190),
        between(luck, 40, 130),
        between(luck, 3, 8),
        oneOf(luck, ["#a5835a", "#c7a77a", "#93734d"]),
        0.65,
      ),
    ),
    line("M210 900V440M830 900V440M1500 900V440", "#3a2820", 20),
    line("M200 468Q520 556 830 468Q1170 556 1504 468", "#3a2820", 6),
    net(luck, 214, 612, 360, "#2f5d5a"),
    net(luck, 836, 660, 330, "#6b3a2a"),
    mender(luck, 520, 980, "#274a56", "#b94f33"),
    mender(luck, 1150, 1000, "#8a3b2a", "#2d2a2c"),
    many(46, () =>
      gouge(
        between(luck, 580, 830),
        between(luck, 960, 1050),
        between(luck, 40, 120),
        between(luck, 4, 9),
        oneOf(luck, ["#2f5d5a", "#3f7a72"]),
        0.8,
      ),
    ),
    many(46, () =>
      gouge(
        between(luck, 1210, 1460),
        between(luck, 980, 1070),
        between(luck, 40, 120),
        between(luck, 4, 9),
        oneOf(luck, ["#6b3a2a", "#8a4e36"]),
        0.8,
      ),
    ),
    disc(330, 1040, 40, "#d1562f"),
    disc(402, 1062, 32, "#e0a040"),
    disc(1640, 1060, 44, "#e0a040"),
    gull(980, 250, 40, "#5b4a3c"),
    gull(1090, 300, 28, "#6f5c4b"),
    grain(luck, "#3a2820"),
  );
}

/** A footballer in mid-stride. */
const player = (x: number, y: number, shirt: string, lean: number): Ink =>
  line(`M${x} ${y}l${-16 + lean} 34M${x} ${y}l${20 + lean} 30`, "#2a2a33", 9) +
  shape(`M${x - 15} ${y - 46}h30l6 50h-40Z`, shirt) +
  line(`M${x - 12} ${y - 38}l${-18 + lean} 26M${x + 12} ${y - 38}l${20 + lean} 20`, shirt, 9) +
  disc(x, y - 60, 12, "#a8785a");

/** A mast with six floodlights. */
const mast = (luck: Chance, x: number, y: number, tall: number): Ink =>
  line(`M${x} ${y}V${y - tall}`, "#2b3040", 12) +
  box(luck, x - 52, y - tall - 60, 104, 62, "#2b3040", 2) +
  many(6, (index) =>
    disc(x - 34 + (index % 3) * 34, y - tall - 44 + Math.floor(index / 3) * 30, 12, "#fff3c4"),
  ) +
  disc(x, y - tall - 30, 110, "#fff3c4", 0.16);

/** The football ground on its hill above the town, under lights, the sea behind. */
export function footballGround(): string {
  const luck = chance(79);
  const crowd = many(130, () =>
    disc(
      between(luck, 170, 800),
      between(luck, 560, 636),
      between(luck, 7, 11),
      oneOf(luck, ["#27384f", "#e8dcc2", "#b83c32", "#d9a441", "#55606b", "#7b3a35"]),
    ),
  );
  return print(
    washes(luck, [
      [0, "#33476a"],
      [150, "#475a7b"],
      [270, "#6d7189"],
      [370, "#a4868c"],
      [450, "#d6a183"],
    ]),
    cloud(luck, 200, 180, 700, "#5b6583", 0.6),
    cloud(luck, 980, 240, 760, "#b98d88", 0.6),
    hill(luck, 500, 2, 900, "#4f6584"),
    water(luck, 500, 600, ["#6b7d98", "#3b506f", "#c79a86"], 100),
    lighthouse(luck, 1520, 540, 150, { stone: "#e6dccb", band: "#a5453a", dark: "#2b3040", lamp: "#ffeaa6" }),
    hill(luck, 560, 26, 330, "#3b4b4c"),
    terrace(
      luck,
      980,
      1480,
      640,
      [38, 62],
      ["#8c6a5f", "#a58873", "#6e6a70"],
      { roof: "#39394a", glass: "#f4cf80", shade: "#39394a" },
      1,
    ),
    box(luck, 140, 548, 690, 110, "#2b3040"),
    crowd,
    cut(
      luck,
      [
        [110, 548],
        [150, 450],
        [850, 450],
        [870, 548],
      ],
      "#8d3a34",
    ),
    many(7, (index) => line(`M${190 + index * 100} 548v100`, "#c9c2b2", 7)),
    mast(luck, 70, 690, 420),
    mast(luck, 960, 680, 400),
    mast(luck, 1720, 700, 430),
    hill(luck, 662, 4, 700, "#4f7d4d"),
    many(6, (index) =>
      shape(
        `M${-300 + index * 420} 1210L${250 + index * 230} 664L${365 + index * 230} 664L${-90 + index * 420} 1210Z`,
        "#5c8c56",
        0.75,
      ),
    ),
    line("M-40 1070L300 700H1560L1900 1090M900 700L880 1220", "#eef0dc", 8, 0.9),
    shape(
      "M700 880a190 66 0 1 0 380 0a190 66 0 1 0 -380 0M712 880a178 58 0 1 1 356 0a178 58 0 1 1 -356 0",
      "#eef0dc",
      0.9,
    ),
    line("M1400 772V640H1600V806", "#f7f3e4", 12),
    line(
      "M1420 660v112M1450 650v128M1480 650v134M1510 650v138M1540 650v144M1570 650v150M1402 690h196M1402 730h196M1402 770h196",
      "#f7f3e4",
      2,
      0.6,
    ),
    player(560, 900, "#b83c32", 8),
    player(760, 810, "#27384f", -6),
    player(1010, 940, "#b83c32", 12),
    player(1180, 800, "#27384f", 4),
    player(1290, 870, "#b83c32", 14),
    player(360, 980, "#27384f", -10),
    player(1470, 800, "#e0b441", 0),
    disc(1352, 878, 13, "#fbf7ea"),
    many(120, () =>
      gouge(
        between(luck, -20, 1780),
        between(luck, 700, 1190),
        between(luck, 14, 46),
        between(luck, 1.5, 3.5),
        "#3f6b42",
        0.5,
      ),
    ),
    grain(luck, "#1f2a33"),
  );
}
