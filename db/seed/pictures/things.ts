import { between, box, type Chance, cut, disc, gouge, type Ink, line, many, oneOf, shape } from "./brush";

/** Things that stand in more than one picture. `x` is the left edge, `y` the line they stand on. */

export type Front = {
  readonly wall: string;
  readonly roof: string;
  readonly glass: string;
  readonly shade: string;
};

/** A house seen from the front, with windows in rows, a door and a chimney. */
export function house(
  luck: Chance,
  x: number,
  y: number,
  width: number,
  height: number,
  colours: Front,
  floors = 2,
): Ink {
  const peak = y - height - width * 0.42;
  const across = width > 190 ? 3 : 2;
  const gap = width / across;
  const tall = height / (floors + 0.45);
  const windows = many(floors * across, (index) => {
    const column = index % across;
    const floor = Math.floor(index / across);
    if (floor === 0 && column === 0) return "";
    const left = x + gap * column + gap * 0.28;
    const foot = y - tall * floor - tall * 0.32;
    return (
      box(luck, left - 5, foot - tall * 0.56, gap * 0.44 + 10, tall * 0.56 + 5, colours.shade, 1.5) +
      box(luck, left, foot - tall * 0.52, gap * 0.44, tall * 0.5, colours.glass, 1) +
      line(`M${left + gap * 0.22} ${foot - tall * 0.52}v${tall * 0.5}`, colours.shade, 3)
    );
  });
  return (
    box(luck, x + width * 0.7, peak - 4, width * 0.13, width * 0.36, colours.shade, 1.5) +
    box(luck, x, y - height, width, height, colours.wall) +
    cut(
      luck,
      [
        [x - 8, y - height + 6],
        [x + width / 2, peak],
        [x + width + 8, y - height + 6],
      ],
      colours.roof,
    ) +
    many(5, (index) =>
      gouge(
        x + width * (0.42 - index * 0.07),
        y - height - width * (0.3 - index * 0.065),
        width * (0.16 + index * 0.14),
        2.5,
        colours.shade,
        0.5,
      ),
    ) +
    windows +
    box(luck, x + gap * 0.28, y - tall * 0.72, gap * 0.42, tall * 0.72, colours.shade, 1)
  );
}

/** A lighthouse with bands, a gallery and a lamp. `y` is its foot, `x` its middle. */
export function lighthouse(
  luck: Chance,
  x: number,
  y: number,
  height: number,
  colours: { stone: string; band: string; dark: string; lamp: string },
): Ink {
  const foot = height * 0.15;
  const head = height * 0.095;
  const body = height * 0.78;
  const widthAt = (part: number) => foot + (head - foot) * part;
  const tower = (from: number, to: number, fill: string) =>
    cut(
      luck,
      [
        [x - widthAt(from), y - body * from],
        [x - widthAt(to), y - body * to],
        [x + widthAt(to), y - body * to],
        [x + widthAt(from), y - body * from],
      ],
      fill,
      1.5,
    );
  const top = y - body;
  return (
    tower(0, 1, colours.stone) +
    tower(0.2, 0.4, colours.band) +
    tower(0.62, 0.82, colours.band) +
    cut(
      luck,
      [
        [x + foot * 0.35, y],
        [x + head * 0.4, top],
        [x + head, top],
        [x + foot, y],
      ],
      colours.dark,
      1.5,
      0.28,
    ) +
    box(luck, x - head * 1.5, top - height * 0.02, head * 3, height * 0.028, colours.dark, 1) +
    box(luck, x - head * 0.75, top - height * 0.12, head * 1.5, height * 0.1, colours.lamp, 1) +
    line(`M${x} ${top - height * 0.12}v${height * 0.1}`, colours.dark, 4) +
    line(`M${x - head * 1.4} ${top - height * 0.055}h${head * 2.8}`, colours.dark, 4) +
    shape(
      `M${x - head * 1.05} ${top - height * 0.115}Q${x} ${top - height * 0.22} ${x + head * 1.05} ${top - height * 0.115}Z`,
      colours.dark,
    ) +
    disc(x, top - height * 0.178, height * 0.011, colours.dark) +
    box(luck, x - foot * 0.2, y - height * 0.1, foot * 0.4, height * 0.1, colours.dark, 1) +
    box(luck, x - foot * 0.1, y - height * 0.42, foot * 0.2, height * 0.045, colours.dark, 1)
  );
}

/** A small working boat on the water, seen from the side. */
export function boat(
  luck: Chance,
  x: number,
  y: number,
  length: number,
  colours: { hull: string; stripe: string; house: string; dark: string },
): Ink {
  const l = length;
  return (
    shape(
      `M${x} ${y - l * 0.17}Q${x + l * 0.5} ${y - l * 0.1} ${x + l} ${y - l * 0.23}L${x + l * 0.88} ${y}Q${x + l * 0.45} ${y + l * 0.045} ${x + l * 0.06} ${y}Z`,
      colours.hull,
    ) +
    line(
      `M${x + l * 0.03} ${y - l * 0.12}Q${x + l * 0.5} ${y - l * 0.055} ${x + l * 0.96} ${y - l * 0.17}`,
      colours.stripe,
      l * 0.022,
    ) +
    box(luck, x + l * 0.2, y - l * 0.34, l * 0.26, l * 0.21, colours.house, 1.5) +
    box(luck, x + l * 0.18, y - l * 0.37, l * 0.31, l * 0.035, colours.dark, 1) +
    box(luck, x + l * 0.25, y - l * 0.3, l * 0.065, l * 0.075, colours.dark, 1) +
    box(luck, x + l * 0.35, y - l * 0.3, l * 0.065, l * 0.075, colours.dark, 1) +
    line(
      `M${x + l * 0.6} ${y - l * 0.12}V${y - l * 0.62}M${x + l * 0.6} ${y - l * 0.56}L${x + l * 0.93} ${y - l * 0.22}`,
      colours.dark,
      l * 0.014,
    )
  );
}

/** A dockside crane with its jib to the right; `reach` may be negative. */
export function crane(
  x: number,
  y: number,
  height: number,
  reach: number,
  colour: string,
  cabin: string,
): Ink {
  const wide = height * 0.17;
  const top = y - height;
  const thick = height * 0.022;
  const jib = x + reach;
  const braces = many(5, (index) => {
    const low = y - height * (0.12 + index * 0.14);
    const high = low - height * 0.14;
    return `M${x - wide * 0.5} ${low}L${x + wide * 0.5} ${high}M${x + wide * 0.5} ${low}L${x - wide * 0.5} ${high}`;
  });
  const lattice = many(7, (index) => {
    const from = x + (reach * index) / 7;
    const to = x + (reach * (index + 1)) / 7;
    return `M${from} ${top + height * 0.07}L${to} ${top}M${from} ${top}L${to} ${top + height * 0.07}`;
  });
  return (
    line(
      `M${x - wide * 0.62} ${y}L${x - wide * 0.46} ${top}M${x + wide * 0.62} ${y}L${x + wide * 0.46} ${top}`,
      colour,
      thick,
    ) +
    line(braces, colour, thick * 0.5) +
    line(
      `M${x - reach * 0.34} ${top}H${jib}M${x - reach * 0.34} ${top + height * 0.07}H${jib - reach * 0.05}`,
      colour,
      thick * 0.8,
    ) +
    line(lattice, colour, thick * 0.4) +
    line(
      `M${x} ${top - height * 0.2}L${jib} ${top}M${x} ${top - height * 0.2}L${x - reach * 0.34} ${top}M${x} ${top - height * 0.2}V${top}`,
      colour,
      thick * 0.5,
    ) +
    line(`M${x + reach * 0.82} ${top + height * 0.07}v${height * 0.4}`, colour, thick * 0.35) +
    shape(`M${x + reach * 0.82 - 14} ${top + height * 0.47}h28v26h-28Z`, colour) +
    shape(
      `M${x - wide * 0.42} ${top + height * 0.08}h${wide * 0.84}v${height * 0.12}h${-wide * 0.84}Z`,
      cabin,
    ) +
    shape(`M${x - reach * 0.34 - 20} ${top - 4}h52v${height * 0.11}h-52Z`, colour)
  );
}

/** A row of terraced houses of uneven width and height. */
export function terrace(
  luck: Chance,
  from: number,
  to: number,
  y: number,
  tall: readonly [number, number],
  walls: readonly string[],
  rest: Omit<Front, "wall">,
  floors = 2,
): Ink {
  let ink = "";
  let last = "";
  for (let x = from; x < to; ) {
    const width = between(luck, 130, 185);
    const wall = oneOf(
      luck,
      walls.filter((each) => each !== last),
    );
    last = wall;
    ink += house(luck, x, y, width, between(luck, ...tall), { ...rest, wall }, floors);
    x += width - 2;
  }
  return ink;
}
