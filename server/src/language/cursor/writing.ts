import { span, type Span } from '../base/span';
import type { KeySlot, Layout, Place, ValueSlot, Written } from './slot';

/** Determines the range to replace at the cursor in one text. */
export class Writing {
  constructor(
    private readonly text: string,
    private readonly layout: Layout,
  ) {}

  /** The word in `range` around the cursor at `offset`; `lead` is missing before it. */
  word(range: Span, offset: number, { lead = '', flow = false } = {}): Written {
    const char = this.text.charAt(range.start);
    const quote = char === '"' || char === "'" ? char : '';
    const start = range.start + quote.length;
    const prefix = this.text.slice(start, Math.max(offset, start));
    return { span: range, prefix, quote, lead, flow, layout: this.layout };
  }

  /** An empty word at the cursor, at the end of the white space in `range`. */
  gap(range: Span, lead: string, flow = false): Written {
    return { span: range, prefix: '', quote: '', lead, flow, layout: this.layout };
  }

  /** An empty word at `offset`. */
  gapAt(offset: number, lead: string, flow = false): Written {
    return this.gap(span(offset, offset), lead, flow);
  }
}

/** The slot of a key in the mapping at `place`. */
export function keySlot(
  place: Place,
  written: Written,
  key: Pick<KeySlot, 'scope' | 'previous' | 'colon' | 'indent'>,
): KeySlot {
  return { kind: 'key', ...place, ...written, ...key };
}

/** The slot of the value at `place`; `items` are the texts of the other items of its list. */
export function valueSlot(
  place: Place,
  written: Written,
  value: Pick<ValueSlot, 'ownLine' | 'indent' | 'from'> & Partial<Pick<ValueSlot, 'items'>>,
): ValueSlot {
  return { kind: 'value', ...place, ...written, items: [], ...value };
}
