const ESCAPE = '\u001b';

/** Where in an escape sequence the text is. */
type State = 'text' | 'escape' | 'sequence' | 'string' | 'string-end';

/** Characters of a sequence that may change a colour. A longer one is dropped. */
const LONGEST = 64;

/** Characters of a title, a link and so on. One that is longer, or goes beyond its line, was never closed. */
const LONGEST_STRING = 4096;

/** What turns the direction of text, breaks lines, or is invisible. */
const UNSAFE = /[\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb]/u;

/**
 * Reads the log of a job, piece by piece, as text that a terminal can show: colours, `\r`, tabs and the erasing of a line
 * are kept. Everything else that acts on a terminal is removed: titles, links, the clipboard, moves of the cursor, and
 * VS Code's own sequences. Pieces may end anywhere, also within a character or a sequence.
 */
export class LogCleaner {
  private readonly decoder = new TextDecoder('utf-8');
  private state: State = 'text';
  private sequence = '';
  private length = 0;

  /** The safe part of what this piece adds. */
  clean(bytes: Uint8Array): string {
    let safe = '';
    for (const character of this.decoder.decode(bytes, { stream: true }))
      safe += this.next(character);
    return safe;
  }

  private next(character: string): string {
    switch (this.state) {
      case 'text':
        return this.inText(character);
      case 'escape':
        return this.afterEscape(character);
      case 'sequence':
        return this.inSequence(character);
      case 'string':
        return this.inString(character);
      case 'string-end':
        this.state = character === '\\' ? 'text' : 'string';
        return this.state === 'text' ? '' : this.inString(character);
    }
  }

  private inString(character: string): string {
    if (character === '\n' || ++this.length > LONGEST_STRING) {
      this.state = 'text';
      return this.inText(character);
    }
    if (character === ESCAPE) this.state = 'string-end';
    // A bell or C1's terminator ends a string as well.
    else if (character === '\u0007' || character === '\u009c') this.state = 'text';
    return '';
  }

  private beginString(): void {
    this.state = 'string';
    this.length = 0;
  }

  private inText(character: string): string {
    if (character === ESCAPE) this.state = 'escape';
    else if (character === '\u009b') this.begin();
    else if (isStringStart(character)) this.beginString();
    else if (character === '\n') return '\r\n';
    else if (character === '\t' || character === '\r') return character;
    else if (character >= ' ' && !isControl(character) && !UNSAFE.test(character)) return character;
    return '';
  }

  private afterEscape(character: string): string {
    if (character === '[') this.begin();
    // `ESC ]`, `P`, `X`, `^` and `_` begin strings: OSC, DCS, SOS, PM and APC.
    else if (']PX^_'.includes(character)) this.beginString();
    // Intermediate characters, as in `ESC ( B`, come before the last one.
    else if (character >= ' ' && character <= '/') return '';
    else this.state = character === ESCAPE ? 'escape' : 'text';
    return '';
  }

  private begin(): void {
    this.state = 'sequence';
    this.sequence = '';
  }

  private inSequence(character: string): string {
    if (character === ESCAPE) {
      this.state = 'escape';
      return '';
    }
    if (character < '@' || character > '~') {
      // A control character within a sequence does not end it.
      if (character >= ' ' && this.sequence.length < LONGEST) this.sequence += character;
      return '';
    }
    this.state = 'text';
    return isHarmless(this.sequence, character) ? `${ESCAPE}[${this.sequence}${character}` : '';
  }
}

/** Colours and styles, and the erasing of a part of the line. */
function isHarmless(parameters: string, last: string): boolean {
  if (last === 'm') return /^[\d;:]*$/.test(parameters);
  return last === 'K' && /^[0-2]?$/.test(parameters);
}

function isControl(character: string): boolean {
  return character >= '\u007f' && character <= '\u009f';
}

/** C1's DCS, SOS, OSC, PM and APC. */
function isStringStart(character: string): boolean {
  return '\u0090\u0098\u009d\u009e\u009f'.includes(character);
}
