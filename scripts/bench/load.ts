/** Runs `count` tasks, `width` at a time. */
export async function load(
  count: number,
  width: number,
  task: (index: number) => Promise<unknown>,
): Promise<{ perSecond: number; p95: number }> {
  let next = 0;
  const times: number[] = [];
  const began = performance.now();
  await Promise.all(
    Array.from({ length: width }, async () => {
      while (next < count) {
        const index = next++;
        const start = performance.now();
        await task(index);
        times.push(performance.now() - start);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  times.sort((a, b) => a - b);
  return { perSecond: count / seconds, p95: times[Math.floor(times.length * 0.95)] ?? 0 };
}

/** Names have no digits, so people are told apart by letters. */
export const letters = (index: number) =>
  [...String(index)].map((digit) => "abcdefghij"[Number(digit)]).join("");
