/** Whether plain data, whose keys are always made in the same order, is the same. */
export function isSameData(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
