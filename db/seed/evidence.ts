import type { Actor } from "@/domain/people";
import { keepEvidence } from "@/server/evidence";

/** Sound that rises and falls as speech does, without a word in it: 8,000 samples a second, 8 bits, one channel. */
function murmur(seconds: number): Uint8Array {
  const rate = 8_000;
  const samples = rate * seconds;
  const bytes = Buffer.alloc(44 + samples);
  bytes.write("RIFF", 0, "latin1");
  bytes.writeUInt32LE(36 + samples, 4);
  bytes.write("WAVEfmt ", 8, "latin1");
  for (const [value, at] of [
    [16, 16],
    [rate, 24],
    [rate, 28],
  ] as const)
    bytes.writeUInt32LE(value, at);
  for (const [value, at] of [
    [1, 20],
    [1, 22],
    [1, 32],
    [8, 34],
  ] as const)
    bytes.writeUInt16LE(value, at);
  bytes.write("data", 36, "latin1");
  bytes.writeUInt32LE(samples, 40);
  for (let index = 0; index < samples; index += 1) {
    const time = index / rate;
    const syllable = Math.max(0, Math.sin(2 * Math.PI * 3.1 * time)) * (0.6 + 0.4 * Math.sin(0.9 * time));
    const pitch = 120 + 25 * Math.sin(1.7 * time);
    const voice = Math.sin(2 * Math.PI * pitch * time) + 0.5 * Math.sin(2 * Math.PI * 5 * pitch * time);
    bytes[44 + index] = 128 + Math.round(40 * syllable * voice);
  }
  return new Uint8Array(bytes);
}

export const tapeSeconds = 40;

/** The recording that the demonstration's quotes are heard in. Answers its id. */
export async function keepRecording(by: Actor): Promise<string> {
  const body = new Blob([new Uint8Array(murmur(tapeSeconds))]).stream();
  const kept = await keepEvidence(by, "Touchline, first tape", body);
  if (!kept.ok) throw new Error(`the recording was refused: ${kept.why}`);
  return kept.value.id;
}
