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
  type Point,
  print,
  shape,
  washes,
  water,
} from "./brush";
import { boat, crane, house, lighthouse, terrace } from "./things";

/** The council hall on its square, with the clock tower and bare plane trees. */
export function councilHall(): string {
  const luck = chance(61);
  const columns = many(8, (index) => box(luck, 516 + index * 110, 560, 34, 300, "#efe4cb", 2));
  const windows = many(7, (index) =>
    box(luck, 562 + index * 110, 610, 54, 110, index % 3 === 1 ? "#f2c66d" : "#3d4a57", 2),
  );
  const tree = (x: number, y: number, tall: number) =>
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
    tree(250, 1010, 460),
    tree(1560, 1020, 490),
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

/** Nets hung to dry on Quay Lane, in front of the tarred sheds. */
export function netMenders(): string {
  const luck = chance(71);
  const net = (x: number, width: number, drop: number, colour: string) => {
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
  const mender = (x: number, y: number, coat: string, hat: string) =>
    shape(
      `M${x - 62} ${y}C${x - 70} ${y - 110} ${x - 40} ${y - 168} ${x} ${y - 172}C${x + 46} ${y - 166} ${x + 66} ${y - 110} ${x + 104} ${y - 70}L${x + 90} ${y - 44}L${x + 46} ${y - 74}L${x + 60} ${y}Z`,
      coat,
    ) +
    disc(x + 10, y - 200, 33, "#c99a74") +
    shape(`M${x - 28} ${y - 206}Q${x + 8} ${y - 262} ${x + 46} ${y - 208}Z`, hat) +
    box(luck, x - 74, y, 150, 24, "#4b3527", 2) +
    line(`M${x - 54} ${y + 20}v62M${x + 58} ${y + 20}v62`, "#4b3527", 13);
  const shed = (x: number, width: number, height: number, wall: string, roof: string) =>
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
    shed(40, 360, 330, "#4a3630", "#8d4b34"),
    shed(430, 300, 390, "#3a2c2b", "#75402f"),
    shed(760, 420, 320, "#5c4334", "#9a5a3a"),
    shed(1210, 300, 400, "#40302c", "#7d4431"),
    shed(1540, 340, 340, "#523c32", "#8d4b34"),
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
    net(214, 612, 360, "#2f5d5a"),
    net(836, 660, 330, "#6b3a2a"),
    mender(520, 980, "#274a56", "#b94f33"),
    mender(1150, 1000, "#8a3b2a", "#2d2a2c"),
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
    boat(luck, 1120, 1030, 340, { hull: "#2d4b45", stripe: "#e4c77d", house: "#2d4b45", dark: "#24323a" }),
    line("M1120 974L960 920", "#d9cdb0", 5),
    gull(300, 230, 36, "#3d4a54"),
    gull(1420, 170, 30, "#4d5a63"),
    grain(luck, "#29323a"),
  );
}

/** The football ground on its hill above the town, under lights, the sea behind. */
export function footballGround(): string {
  const luck = chance(79);
  const player = (x: number, y: number, shirt: string, lean: number) =>
    line(`M${x} ${y}l${-16 + lean} 34M${x} ${y}l${20 + lean} 30`, "#2a2a33", 9) +
    shape(`M${x - 15} ${y - 46}h30l6 50h-40Z`, shirt) +
    line(`M${x - 12} ${y - 38}l${-18 + lean} 26M${x + 12} ${y - 38}l${20 + lean} 20`, shirt, 9) +
    disc(x, y - 60, 12, "#a8785a");
  const mast = (x: number, y: number, tall: number) =>
    line(`M${x} ${y}V${y - tall}`, "#2b3040", 12) +
    box(luck, x - 52, y - tall - 60, 104, 62, "#2b3040", 2) +
    many(6, (index) =>
      disc(x - 34 + (index % 3) * 34, y - tall - 44 + Math.floor(index / 3) * 30, 12, "#fff3c4"),
    ) +
    disc(x, y - tall - 30, 110, "#fff3c4", 0.16);
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
    mast(70, 690, 420),
    mast(960, 680, 400),
    mast(1720, 700, 430),
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

/** The library at dusk, every window lit, rain on the pavement. */
export function library(): string {
  const luck = chance(83);
  const arch = (x: number, y: number, width: number, tall: number) =>
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
  const lamp = (x: number) =>
    line(`M${x} 1010V640`, "#241f2e", 11) +
    disc(x, 620, 70, "#f9dc92", 0.28) +
    disc(x, 620, 27, "#fbe7ae") +
    box(luck, x - 32, 586, 64, 11, "#241f2e", 1);
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
    many(3, (index) => arch(366 + index * 138, 850, 96, 200)),
    many(3, (index) => arch(1062 + index * 138, 850, 96, 200)),
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
    lamp(210),
    lamp(1600),
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
  const turbine = (x: number, tall: number, turn: number) =>
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
