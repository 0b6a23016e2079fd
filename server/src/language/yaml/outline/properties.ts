import { NO_PROPERTIES, type Properties } from '../draft';
import { TAG_PREFIX } from '../scalar';

const PROPERTY = /([&!])(\S*)[ \t]*/y;
const PROPERTY_IN_FLOW = /([&!])([^\s,[\]{}]*)[ \t]*/y;

/** The anchor and the tag that begin at `at`, undefined where there are none, and the offset of what is after them. */
export function propertiesAt(
  text: string,
  at: number,
  inFlow = false,
): { readonly properties: Properties | undefined; readonly end: number } {
  const pattern = inFlow ? PROPERTY_IN_FLOW : PROPERTY;
  let properties: Properties | undefined;
  let end = at;
  for (let char = text.charAt(end); char === '&' || char === '!'; char = text.charAt(end)) {
    pattern.lastIndex = end;
    const [source = char, , name = ''] = pattern.exec(text) ?? [];
    properties =
      char === '&'
        ? { ...(properties ?? NO_PROPERTIES), anchor: name }
        : { ...(properties ?? NO_PROPERTIES), tag: longTag(`!${name}`) };
    end += source.length;
  }
  return { properties, end };
}

function longTag(source: string): string {
  if (source.startsWith('!!')) return TAG_PREFIX + source.slice(2);
  return source.startsWith('!<') ? source.slice(2, -1) : source;
}
