/** The generation of NVIDIA's GPUs that a CUDA compute capability began with, newest first. */
const GENERATIONS: readonly (readonly [major: number, minor: number, name: string])[] = [
  [10, 0, 'Blackwell'],
  [9, 0, 'Hopper'],
  [8, 9, 'Ada Lovelace'],
  [8, 0, 'Ampere'],
  [7, 5, 'Turing'],
  [7, 0, 'Volta'],
  [6, 0, 'Pascal'],
];

/** `NVIDIA GPUs with compute capability 8.6 or more: Ampere and newer.` */
export function explainComputeCapability([major = 0, minor = 0]: readonly number[]): string {
  const generation = GENERATIONS.find(
    ([from, fromMinor]) => major > from || (major === from && minor >= fromMinor),
  );
  const names = generation ? `: ${generation[2]} and newer` : '';
  return `NVIDIA GPUs with compute capability ${String(major)}.${String(minor)} or more${names}.`;
}
