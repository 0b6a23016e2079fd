import assert from 'node:assert/strict';
import { checkHover, hoverIn, hoverText } from '../../../support/check/hover';
import { table } from '../../../support/table';

table(
  'a scalar that YAML reads differently from what it looks like',
  [
    ['ports:\n  - 8080:$022', '8080:22', 'Port mapping', 'number `484822`', 'in quotes'],
    ['ports:\n  - 80:2$02', '80:22', '`localhost:4822`', 'number `4822` (in base 60', 'in quotes'],
    ['resources:\n  gpu: 24:$02', '24:2', '1442 GPUs', 'in quotes'],
    ['user: 1000:1$0', '1000:1', 'which dstack converts to `60001`', 'in quotes'],
    ['python: 3.1$00', '3.10', 'the number `3.1`, which dstack converts to `3.10`.'],
    ['env:\n  A: o$0n', 'on', 'YAML reads `on` as the boolean `true`', 'in quotes'],
    ['env:\n  A: 1.5$00', '1.50', 'Sets `A` to `1.5`', 'in quotes to keep it as it is'],
    ['env:\n  A: 01$07', '017', 'the number `15` (octal), which dstack converts to `15`'],
    ['env:\n  o$0n: x', 'on', 'YAML reads `on` as the boolean `true`', 'in quotes'],
    ['env:\n  0x1$00: x', '0x10', 'the number `16` (hexadecimal), which dstack converts to `16`'],
    ['priority: 01$07', '017', 'YAML reads `017` as the number `15` (octal).'],
    ['priority: 1_0$00', '1_00', 'the number `100`.'],
    ['name: 2026-01$0-01', '2026-01-01', 'a date'],
    ['max_duration: of$0f', 'off', 'the boolean `false`, which dstack converts to `off`.'],
    ['idle_duration: of$0f', 'off', 'YAML reads `off` as the boolean `false`.'],
    ['privileged: y$0es', 'yes', 'YAML reads `yes` as the boolean `true`.'],
  ],
  ([body, subject, ...texts]) => {
    checkHover(`type: task\n${body}`, subject, ...texts);
  },
);

table(
  'a scalar that YAML reads as people do has no note',
  [
    'max_price: 1.5$00',
    'max_price: 2.$00',
    'priority: 5$00',
    'privileged: tr$0ue',
    'env:\n  A: "1.5$00"',
    'env:\n  A: 1$0',
    'ports:\n  - "80:$022"',
    'name: nu$0ll',
  ],
  (body) => {
    assert.doesNotMatch(hoverText(hoverIn(`type: task\n${body}`)), /YAML reads/, body);
  },
);
