/** What a receiver does with a message that came. */
export const MOODS = ['take', 'fail', 'redirect', 'busy', 'drop', 'hang'] as const;
export type Mood = (typeof MOODS)[number];

/** How often each of them, of a thousand; what is left is taken. */
const SHARES = [
  ['fail', 80],
  ['redirect', 40],
  ['busy', 40],
  ['drop', 50],
  ['hang', 10],
] as const;

/** A mood by a number from 0 to 1; a receiver that may hang no more takes the message instead. Pure. */
export function moodBy(random: number, { mayHang }: { mayHang: boolean }): Mood {
  let rest = random * 1000;
  for (const [mood, share] of SHARES) {
    if (rest < share) return mood === 'hang' && !mayHang ? 'take' : mood;
    rest -= share;
  }
  return 'take';
}
