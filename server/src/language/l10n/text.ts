/** What is put into a text: names and values as they are, or another text. */
export type Part = string | number | Text;

/** A text for users, to be translated where it is shown. */
export interface Text {
  /** In English, with `{0}`, `{1}` in place of its parts. */
  readonly english: string;
  readonly parts: readonly Part[];
}

/** Gives a text in the language of the user. */
export type Translate = (text: Text) => string;

/**
 * A text for users. `english` is a literal, which `npm run l10n` finds: a whole sentence or phrase, in which a translator
 * can move the parts. What dstack and YAML call something is a part or in backticks: it is the same in all languages.
 */
export function t(english: string, ...parts: readonly Part[]): Text {
  return { english, parts };
}

/** A text that is not ours, such as that of an error of the system: it is shown as it is. */
export function verbatim(text: string): Text {
  return { english: '{0}', parts: [text] };
}

/** Translates by a function that gives the pattern of another language for the English one. */
export function translator(patternFor: (english: string) => string): Translate {
  const translate: Translate = ({ english, parts }) =>
    patternFor(english).replace(/\{(\d)\}/g, (whole, index) => {
      const part = parts[Number(index)];
      if (part === undefined) return whole;
      return typeof part === 'object' ? translate(part) : String(part);
    });
  return translate;
}

/** Gives texts as they are written in the sources. */
export const english = translator((pattern) => pattern);
