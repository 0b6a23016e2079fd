/** Asks until the answer is the expected one, for at most five seconds or `most` milliseconds; returns the last answer. */
export async function eventually<T>(
  ask: () => T | Promise<T>,
  fits: (answer: T) => boolean,
  most = 5000,
): Promise<T> {
  const end = Date.now() + most;
  for (;;) {
    const answer = await ask();
    if (fits(answer) || Date.now() > end) return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
