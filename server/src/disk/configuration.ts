/** Whether dstack would read a file at this path as a configuration or as profiles. */
export function isConfiguration(path: string): boolean {
  return /(?:\.dstack\.ya?ml|(?:^|[/\\])\.dstack[/\\]profiles\.ya?ml)$/.test(path);
}
