import type { ShorthandName } from '../../../server/src/language/shorthand';
import { parse } from '../../../server/src/language/yaml/parse';
import type { ScalarValue } from '../../../server/src/language/yaml/scalar';
import { ANYWHERE, pool } from './pools';
import { Random } from './random';
import { typedScalar } from '../oracle/typed-value';

/** Grammars that share the pool of another. */
const POOL_OF: Partial<Record<ShorthandName, string>> = {
  'fleet-reference': 'entity-reference',
  'instance-path': 'mount-path',
  'preset-source': 'nonblank',
};

const MUTATIONS = 600;
const SEED = 20261124;

/**
 * Scalars to try on a grammar: those of its pool and of the pool for any place, and changed texts of its pool, without
 * null, which every grammar passes on.
 */
export function scalarsFor(grammar: ShorthandName): readonly ScalarValue[] {
  const { good, odd } = pool(`shorthand ${POOL_OF[grammar] ?? grammar}`);
  if (good.length === 0) throw new Error(`test/oracle/pools has no values for ${grammar}`);
  const own = [...good, ...odd].flatMap(scalarOf);
  const texts = own.flatMap((scalar) =>
    scalar.type === 'str' ? scalar.value : numberText(scalar),
  );
  const random = new Random(SEED);
  const changed = Array.from({ length: MUTATIONS }, () =>
    change(random.pick(texts), texts, random),
  );
  const all = [...own, ...ANYWHERE.flatMap(scalarOf), ...changed.map(text)];
  return [...new Map(all.map((scalar) => [JSON.stringify(typedScalar(scalar)), scalar])).values()];
}

function text(value: string): ScalarValue {
  return { type: 'str', value };
}

/** The scalar in a YAML text, if it is one and not null. */
function scalarOf(source: string): readonly ScalarValue[] {
  const { root, problems } = parse(source);
  if (root?.kind !== 'scalar' || problems.length > 0 || root.value.type === 'null') return [];
  return [root.value];
}

function numberText(scalar: ScalarValue): readonly string[] {
  return scalar.type === 'int' || scalar.type === 'float' ? [String(scalar.value)] : [];
}

/** Pieces that mean something somewhere, or nearly do. */
const PIECES =
  ': .. . - / , * + _ % @ = ~ 0 1 9 00 65536 a Z m GB last ٣ ² é ﬁ ſ K İ \u00a0 \u2028 \ufeff \u{1f600}'
    .split(' ')
    .concat([' ', '\t', '\n', '\0', '\x1c', '\x85', '\ud800']);

/** The text with one to three changes, most of them at its ends or at marks in it. */
function change(original: string, texts: readonly string[], random: Random): string {
  let changed = original;
  for (let count = 1 + random.below(3); count > 0; count--) {
    const at = random.chance(0.3)
      ? random.pick([0, changed.length])
      : random.below(changed.length + 1);
    const head = changed.slice(0, at);
    const tail = changed.slice(at);
    changed = random.pick([
      () => head + random.pick(PIECES) + tail,
      () => head + tail.slice(1),
      () => head + random.pick(PIECES) + tail.slice(1),
      () => head + tail.charAt(0) + tail,
      () => head + random.pick(texts) + tail,
      () => head + random.pick([':', '..', '/', ',', ' ']) + random.pick(texts),
      () => tail,
      () => changed.toUpperCase(),
      () => changed.replace(/[0-9]+/, () => String(random.below(70_000))),
    ])();
  }
  return changed;
}
