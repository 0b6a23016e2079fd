/** The name in small letters, without separators: clouds and authors differ in them. */
export function withoutSeparators(name: string): string {
  return name.toLowerCase().replace(/[-_ ]/g, '');
}

/** A text without its digits. */
export function lettersOf(text: string): string {
  return text.replace(/\d/g, '');
}

/** The digits of a text alone. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
