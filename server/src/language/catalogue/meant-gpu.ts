import type { Catalogue } from '.';
import { lookup } from '../base/lookup';
import { isOneSlip } from '../base/spelling';
import { digitsOf, lettersOf, withoutSeparators } from './letters';

/** The GPU that a text means, with what else the text says of it. */
export interface MeantGpu {
  readonly name: string;
  /** `80GB` */
  readonly memory?: string;
  /** `2` */
  readonly count?: string;
}

/**
 * The known GPU that a text means if dstack does not know it as a name; undefined if two could be meant, or none. A
 * number that differs is another model, never a slip: there are more GPUs than the catalogue has.
 */
export function meantGpu(catalogue: Catalogue, written: string): MeantGpu | undefined {
  const text = withoutMaker(withoutSeparators(written));
  return (
    ofGeneration(text) ?? known(catalogue, text) ?? withMore(catalogue, text) ?? slip(catalogue, text)
  );
}

/** `gpu` as a text: the name, then memory and number. */
export function meantGpuText({ name, memory, count }: MeantGpu): string {
  return [name, memory, count].filter((part) => part !== undefined).join(':');
}

const MAKERS =
  /^(?:nvidia|amd|intel|google|tenstorrent)?(?:geforce|tesla|quadro|instinct|radeon)?(?:rtx(?=a\d))?/;

function withoutMaker(text: string): string {
  return text.replace(MAKERS, '');
}

/** What clouds and their docs call a generation of TPUs, and its name in dstack. */
const GENERATIONS: Readonly<Record<string, string>> = {
  v5e: 'v5litepod',
  v5lite: 'v5litepod',
  trillium: 'v6e',
};

function ofGeneration(text: string): MeantGpu | undefined {
  const [, written = '', size = ''] = /^(?:tpu)?(v5e|v5lite|trillium)(\d+)$/.exec(text) ?? [];
  const name = lookup(GENERATIONS, written);
  return name === undefined ? undefined : { name: `${name}-${size}` };
}

/** A known GPU in the forms to which a text is compared. */
interface Spelling {
  readonly name: string;
  /** In small letters, without separators. */
  readonly plain: string;
  readonly look: string;
  readonly letters: string;
  readonly digits: string;
}

const SPELLINGS = new WeakMap<Catalogue, readonly Spelling[]>();

/** The spellings of all known GPUs, the longest names first. They are kept: a file can have thousands of unknown names. */
function spellingsOf(catalogue: Catalogue): readonly Spelling[] {
  const kept = SPELLINGS.get(catalogue);
  if (kept) return kept;
  const made = Object.values(catalogue.gpus)
    .map(({ name }) => spellingOf(name))
    .sort((a, b) => b.plain.length - a.plain.length);
  SPELLINGS.set(catalogue, made);
  return made;
}

function spellingOf(name: string): Spelling {
  const plain = withoutSeparators(name);
  return {
    name,
    plain,
    look: lookOf(plain),
    letters: lettersOf(plain),
    digits: digitsOf(plain),
  };
}

/** The name with other separators, or with letters that look like its digits. */
function known(catalogue: Catalogue, text: string): MeantGpu | undefined {
  const written = lookOf(text);
  return only(spellingsOf(catalogue).filter(({ look }) => look === written));
}

function lookOf(text: string): string {
  return text.replaceAll('o', '0').replace(/[il]/g, '1');
}

/** What may follow a name: the form of the board, the memory and the number of GPUs. */
const MORE = /^(?:sxm\d?|pcie|hbm\d?e?)?(?:([1-9]\d{0,2})(?:gb|gib|g))?(?:[x*](\d{1,2}))?$/;

function withMore(catalogue: Catalogue, text: string): MeantGpu | undefined {
  for (const { name, plain } of spellingsOf(catalogue)) {
    const more = text.startsWith(plain) && MORE.exec(text.slice(plain.length));
    if (!more) continue;
    const [, memory, count] = more;
    return { name, ...(memory && { memory: `${memory}GB` }), ...(count && { count }) };
  }
  return undefined;
}

/** Fewer letters are too often those of another model. */
const FEWEST_LETTERS = 3;

function slip(catalogue: Catalogue, text: string): MeantGpu | undefined {
  const [letters, digits] = [lettersOf(text), digitsOf(text)];
  if (letters.length < FEWEST_LETTERS) return undefined;
  const found = spellingsOf(catalogue).filter(
    // A letter more or less is another variant: `V100S`, `L40S`.
    (one) =>
      one.plain.length === text.length &&
      one.digits === digits &&
      isOneSlip(one.letters, letters),
  );
  return only(found);
}

function only(found: readonly { readonly name: string }[]): MeantGpu | undefined {
  const [first, second] = found;
  return first && !second ? { name: first.name } : undefined;
}
