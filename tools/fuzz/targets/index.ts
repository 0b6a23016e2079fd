import { letThrow } from '../let-throw';
import type { Target } from '../target';
import { cursor } from './cursor';
import { edits } from './edits';
import { fixes } from './fixes';
import { format } from './format';
import { looks } from './looks';
import { names } from './names';
import { parse } from './parse';
import { refactor } from './refactor';
import { scalar } from './scalar';
import { shorthand } from './shorthand';
import { verdict } from './verdict';

letThrow();

/** All targets. A new one needs a line here. */
export const TARGETS: Readonly<Record<string, Target>> = {
  scalar: { run: scalar, longest: 200, share: 1, inTests: 1500 },
  shorthand: { run: shorthand, longest: 300, share: 2, inTests: 400 },
  parse: { run: parse, longest: 1000, share: 3, inTests: 400 },
  verdict: { run: verdict, longest: 2000, share: 3, inTests: 400 },
  looks: { run: looks, longest: 1500, share: 2, inTests: 400 },
  cursor: { run: cursor, longest: 300, share: 5, inTests: 60 },
  names: { run: names, longest: 600, share: 2, inTests: 100 },
  format: { run: format, longest: 1500, share: 3, inTests: 150 },
  fixes: { run: fixes, longest: 1500, share: 4, inTests: 150 },
  refactor: { run: refactor, longest: 800, share: 2, inTests: 150 },
  edits: { run: edits, longest: 1200, share: 3, inTests: 40 },
};
