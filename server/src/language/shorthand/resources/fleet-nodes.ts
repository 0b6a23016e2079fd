import type { Shorthand } from '../grammar/shorthand';
import { failed, parsed, type Parsed } from '../grammar/grammar';
import { toBigInt } from '../../pydantic/conversions';
import { Piece, refuse } from '../grammar/piece';
import { backwards, integerRangeText, orLikelyRange, readEnds, readInteger } from './range';
import { wrongKind } from '../grammar/text';

export interface FleetNodes {
  readonly min: number;
  readonly target: number;
  readonly max: number | null;
}

const CODE = 'range';

/**
 * The number of instances of a fleet, exact or as a range, of which `target` is the lower end. Mirrors `parse_nodes`
 * and `FleetNodesSpec` of core/models/fleets.py.
 */
export const fleetNodes: Shorthand<FleetNodes> = {
  noun: 'number or range',
  read: (scalar) => {
    switch (scalar.type) {
      case 'null':
        return parsed(null);
      case 'str':
        return orLikelyRange(Piece.of(scalar.value), readNodes);
      case 'int':
      case 'bool': {
        const number = toBigInt(scalar) ?? 0n;
        return number < 0n
          ? failed({ code: CODE, message: NEGATIVE })
          : parsed(nodes(number, number));
      }
      default:
        return wrongKind(CODE, scalar, 'a number such as `2`, or a range such as `0..4`');
    }
  },
  strict: true,
  separator: /\.\./,
  write: ({ min, max }) => integerRangeText({ min: min ?? 0, max: max ?? null }),
};

const NEGATIVE =
  'A fleet cannot have less than 0 instances: write e.g. `2`, or a range such as `0..4`.';

function readNodes(text: Piece): Parsed<FleetNodes> {
  const readEnd = (end: Piece): Parsed<bigint> => {
    const number = readInteger(end, 'number');
    return number.ok && number.value < 0n ? refuse(CODE, end, NEGATIVE) : number;
  };
  if (!text.text.includes('..')) {
    const number = readEnd(text);
    return number.ok ? parsed(nodes(number.value, number.value), number.parts) : number;
  }
  const ends = readEnds(text, readEnd);
  if (!ends.ok) return ends;
  const { low, high } = ends.value;
  if (low !== null && high !== null && low > high) return backwards(text);
  return parsed(nodes(low ?? 0n, high), ends.parts);
}

function nodes(min: bigint, max: bigint | null): FleetNodes {
  return { min: Number(min), target: Number(min), max: max === null ? null : Number(max) };
}
