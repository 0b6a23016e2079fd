import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SymbolKind, type DocumentSymbol, type Range } from 'vscode-languageserver-types';
import { documentSymbols } from '../../../../server/src/language/features/document-symbols';
import { corpusSamples, fixtureSamples, uriOf } from '../../../support/oracle/corpus';
import { analysisOf } from '../../../support/check/analysis';
import { yaml } from '../../../support/yaml';

const drawn = (symbols: readonly DocumentSymbol[], indent = ''): string[] =>
  symbols.flatMap(({ name, detail, children = [] }) => [
    `${indent}${name}${detail === undefined ? '' : ` · ${detail}`}`,
    ...drawn(children, `${indent}  `),
  ]);

void test('the outline names configurations, ports, groups, probes and hosts', () => {
  const text = `type: service
name: chat
port: 8000
probes:
  - type: http
    url: /health
groups:
  - name: prefill
    resources:
      gpu: A100:80GB
ports: [80, '8080:90']
`;
  assert.deepEqual(drawn(documentSymbols(analysisOf(text))), [
    'service chat',
    '  type · service',
    '  name · chat',
    '  port · 8000',
    '  probes',
    '    type: http',
    '      type · http',
    '      url · /health',
    '  groups',
    '    prefill',
    '      name · prefill',
    '      resources · gpu: A100:80GB',
    '        gpu · A100:80GB',
    '  ports',
    '    80',
    '    8080:90',
  ]);
});

void test('variables and anchors are distinguished', () => {
  const text = `type: task
env:
  - &token HF_TOKEN
  - DEBUG=1
resources: &big
  gpu: &gpu A100
`;
  const mapping = yaml`
    type: task
    env:
      DEBUG: 1
  `;
  const variables = (symbols: readonly DocumentSymbol[]): string[] =>
    symbols.flatMap(({ name, kind, children = [] }) => [
      ...(kind === SymbolKind.Variable ? [name] : []),
      ...variables(children),
    ]);
  assert.deepEqual(drawn(documentSymbols(analysisOf(text))).slice(2), [
    '  env',
    '    HF_TOKEN · &token',
    '    DEBUG · 1',
    '  resources · &big gpu: A100',
    '    gpu · &gpu A100',
  ]);
  assert.deepEqual(variables(documentSymbols(analysisOf(text))), ['HF_TOKEN', 'DEBUG']);
  assert.deepEqual(variables(documentSymbols(analysisOf(mapping))), ['DEBUG']);
});

const inside = (inner: Range, outer: Range) =>
  (inner.start.line > outer.start.line ||
    (inner.start.line === outer.start.line && inner.start.character >= outer.start.character)) &&
  (inner.end.line < outer.end.line ||
    (inner.end.line === outer.end.line && inner.end.character <= outer.end.character));

function checkRanges(symbols: readonly DocumentSymbol[], place: string, outer?: Range): void {
  for (const { name, range, selectionRange, children = [] } of symbols) {
    assert.ok(name.trim() !== '', place);
    assert.ok(inside(selectionRange, range), `${place}: ${name}`);
    assert.ok(!outer || inside(range, outer), `${place}: ${name}`);
    checkRanges(children, place, range);
  }
}

void test('the ranges of real files lie within each other, as editors demand', () => {
  const samples = [
    ...(corpusSamples() ?? []),
    ...fixtureSamples('accepted'),
    ...fixtureSamples('refused'),
  ];
  for (const { name, text, kind } of samples) {
    checkRanges(documentSymbols(analysisOf(text, uriOf(kind))), name);
  }
});
