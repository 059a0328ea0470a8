/** SHA-256 after FIPS 180-4, for the page: a browser offers its own only on https, and a newsroom may run on its own
 * network without. Answers at once, so that no letter can be typed between the words and their hash. */
export function sha256(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const padded = new Uint8Array((((bytes.length + 8) >> 6) + 1) << 6);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x20000000));
  view.setUint32(padded.length - 4, bytes.length << 3);
  const hash = Int32Array.from(beginning);
  const schedule = new Int32Array(64);
  for (let at = 0; at < padded.length; at += 64) {
    for (let i = 0; i < 16; i += 1) schedule[i] = view.getInt32(at + i * 4);
    mix(hash, schedule);
  }
  return Array.from(hash, (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

const turn = (word: number, by: number) => (word >>> by) | (word << (32 - by));

function mix(hash: Int32Array, w: Int32Array): void {
  for (let i = 16; i < 64; i += 1) {
    const early = w[i - 15] ?? 0;
    const late = w[i - 2] ?? 0;
    const small = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3);
    const large = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10);
    w[i] = ((w[i - 16] ?? 0) + small + (w[i - 7] ?? 0) + large) | 0;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
  for (let i = 0; i < 64; i += 1) {
    const up = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const first = (h + up + ((e & f) ^ (~e & g)) + (rounds[i] ?? 0) + (w[i] ?? 0)) | 0;
    const down = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const second = (down + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    hash[i] = ((hash[i] ?? 0) + word) | 0;
  });
}

const primes = Array.from({ length: 312 }, (_each, index) => index).filter((number) => {
  if (number < 2) return false;
  for (let divisor = 2; divisor * divisor <= number; divisor += 1) if (number % divisor === 0) return false;
  return true;
});

/** The first 32 bits behind the point of a root, as the standard draws its constants. */
const behindThePoint = (root: number) => Math.floor((root - Math.floor(root)) * 2 ** 32) | 0;
const beginning = primes.slice(0, 8).map((prime) => behindThePoint(Math.sqrt(prime)));
const rounds = primes.slice(0, 64).map((prime) => behindThePoint(Math.cbrt(prime)));
