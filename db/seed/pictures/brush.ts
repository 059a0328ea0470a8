/** A small box of tools for pictures in the manner of lino prints: flat shapes with edges cut by hand, and the marks that
 * a gouge leaves. Everything is drawn on a sheet of 1,800 by 1,200, and comes out the same each time. */
const sheet = { width: 1800, height: 1200 } as const;

export type Chance = () => number;
export type Point = readonly [number, number];
/** A piece of SVG. */
export type Ink = string;

/** The same numbers for the same seed (mulberry32), so that a picture never changes by itself. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const between = (luck: Chance, low: number, high: number): number => low + luck() * (high - low);
export const oneOf = (luck: Chance, colours: readonly string[]): string =>
  colours[Math.floor(luck() * colours.length)] ?? "#000";
export const many = (count: number, make: (index: number) => Ink): Ink =>
  Array.from({ length: count }, (_each, index) => make(index)).join("");

const round = (value: number): number => Math.round(value * 10) / 10;
const at = ([x, y]: Point): string => `${round(x)} ${round(y)}`;

export const shape = (path: string, fill: string, opacity = 1): Ink =>
  `<path d="${path}" fill="${fill}"${opacity < 1 ? ` fill-opacity="${opacity}"` : ""}/>`;
export const line = (path: string, colour: string, width: number, opacity = 1): Ink =>
  `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" stroke-opacity="${opacity}"/>`;
export const disc = (x: number, y: number, radius: number, fill: string, opacity = 1): Ink =>
  `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${fill}" fill-opacity="${opacity}"/>`;

/** A shape with straight sides, cut by hand: each side wavers a little. */
export function cut(luck: Chance, points: readonly Point[], fill: string, waver = 2.5, opacity = 1): Ink {
  const edge = points.flatMap((from, index) =>
    wavering(luck, from, points[(index + 1) % points.length] ?? from, waver),
  );
  return shape(`M${edge.map(at).join("L")}Z`, fill, opacity);
}

function wavering(luck: Chance, from: Point, to: Point, waver: number): Point[] {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const steps = Math.max(1, Math.round(length / 60));
  return Array.from({ length: steps }, (_each, step): Point => {
    const part = step / steps;
    const off = step === 0 ? waver * 0.4 : waver;
    return [
      from[0] + (to[0] - from[0]) * part + between(luck, -off, off),
      from[1] + (to[1] - from[1]) * part + between(luck, -off, off),
    ];
  });
}

export const box = (
  luck: Chance,
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  waver = 2,
  opacity = 1,
): Ink =>
  cut(
    luck,
    [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
    ],
    fill,
    waver,
    opacity,
  );

/** One mark of the gouge: pointed at both ends. */
export function gouge(x: number, y: number, length: number, thick: number, fill: string, opacity = 1): Ink {
  const end = x + length;
  const middle = x + length / 2;
  return shape(
    `M${at([x, y])}Q${at([middle, y - thick])} ${at([end, y])}Q${at([middle, y + thick])} ${at([x, y])}Z`,
    fill,
    opacity,
  );
}

/** The whole sheet in bands of colour, each edge cut in a long wave. From the top down. */
export function washes(luck: Chance, bands: readonly (readonly [number, string])[], swell = 9): Ink {
  return bands
    .map(([top, fill], index) => (index === 0 ? ground(fill) : hill(luck, top, swell, 420, fill)))
    .join("");
}

export const ground = (fill: string): Ink =>
  `<rect width="${sheet.width}" height="${sheet.height}" fill="${fill}"/>`;

/** Everything below a soft, uneven line. `wave` is the length of its swell. */
export function hill(luck: Chance, top: number, swell: number, wave: number, fill: string, opacity = 1): Ink {
  const phase = luck() * 10;
  const points: Point[] = [];
  for (let x = -20; x <= sheet.width + 20; x += 30) {
    const height =
      Math.sin(x / wave + phase) * swell + Math.sin(x / (wave * 0.37) + phase * 2) * swell * 0.45;
    points.push([x, top + height + between(luck, -1.2, 1.2)]);
  }
  const bottom = sheet.height + 20;
  return shape(
    `M${points.map(at).join("L")}L${at([sheet.width + 20, bottom])}L${at([-20, bottom])}Z`,
    fill,
    opacity,
  );
}

/** Water: gouge marks that lengthen and thicken towards the viewer. */
export function water(
  luck: Chance,
  top: number,
  bottom: number,
  colours: readonly string[],
  count: number,
  opacity = 0.7,
): Ink {
  return many(count, () => {
    const depth = luck() ** 1.15;
    const y = top + 6 + depth * (bottom - top);
    const near = 0.25 + depth;
    const length = between(luck, 40, 190) * near;
    return gouge(
      between(luck, -120, sheet.width),
      y,
      length,
      between(luck, 2, 6.5) * near,
      oneOf(luck, colours),
      opacity,
    );
  });
}

/** A cloud of lens shapes, heavier below. */
export function cloud(luck: Chance, x: number, y: number, width: number, fill: string, opacity = 0.85): Ink {
  return many(9, (index) => {
    const part = between(luck, 0.35, 0.8);
    const length = width * part;
    const left = x + between(luck, 0, width - length);
    return gouge(
      left,
      y + (index - 4) * width * 0.018,
      length,
      width * between(luck, 0.03, 0.065),
      fill,
      opacity,
    );
  });
}

/** Light that stands on water below a sun, a moon or a lamp. */
export const glitter = (
  luck: Chance,
  x: number,
  top: number,
  bottom: number,
  spread: number,
  fill: string,
  count = 60,
): Ink =>
  many(count, () => {
    const depth = luck();
    const half = spread * (0.35 + depth * 0.9);
    const length = between(luck, 14, 62) * (0.5 + depth);
    return gouge(
      x + between(luck, -half, half) - length / 2,
      top + depth * (bottom - top),
      length,
      between(luck, 1.5, 4.5) * (0.5 + depth),
      fill,
      between(luck, 0.45, 0.95),
    );
  });

export const gull = (x: number, y: number, span: number, colour: string): Ink =>
  shape(
    `M${at([x - span, y - span * 0.28])}Q${at([x - span * 0.45, y - span * 0.5])} ${at([x, y])}` +
      `Q${at([x + span * 0.45, y - span * 0.5])} ${at([x + span, y - span * 0.3])}` +
      `Q${at([x + span * 0.45, y - span * 0.26])} ${at([x, y + span * 0.16])}` +
      `Q${at([x - span * 0.45, y - span * 0.26])} ${at([x - span, y - span * 0.28])}Z`,
    colour,
  );

/** Stalks of grass in a clump, bent by one wind. */
export function grass(
  luck: Chance,
  x: number,
  y: number,
  width: number,
  height: number,
  colours: readonly string[],
  count: number,
): Ink {
  return many(count, () => {
    const foot = x + between(luck, 0, width);
    const tall = height * between(luck, 0.5, 1);
    const bend = tall * between(luck, 0.12, 0.42);
    const root = y + between(luck, -4, 8);
    const wide = between(luck, 3, 7);
    return shape(
      `M${at([foot - wide / 2, root])}Q${at([foot + bend * 0.2, root - tall * 0.6])} ${at([foot + bend, root - tall])}` +
        `Q${at([foot + bend * 0.35 + wide, root - tall * 0.5])} ${at([foot + wide, root])}Z`,
      oneOf(luck, colours),
    );
  });
}

/** Specks all over, as ink leaves them on damp paper. */
export const grain = (luck: Chance, colour: string, count = 520, opacity = 0.13): Ink =>
  many(count, () =>
    gouge(
      between(luck, -10, sheet.width),
      between(luck, 0, sheet.height),
      between(luck, 4, 26),
      between(luck, 0.6, 1.7),
      colour,
      opacity,
    ),
  );

/** The finished sheet. */
export const print = (...inks: readonly Ink[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${sheet.width}" height="${sheet.height}" viewBox="0 0 ${sheet.width} ${sheet.height}">${inks.join("")}</svg>`;
