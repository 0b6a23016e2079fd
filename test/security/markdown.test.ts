import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  Analysis,
  codeLenses,
  completion,
  documentLinks,
  hover,
  inlayHints,
} from '../../server/src/language';
import { workspaceOf } from '../support/check/workspace';
import { repositoryPath } from '../support/repository';
import { within } from '../support/check/within';

/** What a malicious file would like to get into a hover. `EVIL` marks it. */
const EVIL = fc.constantFrom(
  '[EVIL](command:workbench.action.terminal.new)',
  '![EVIL](https://evil.example/EVIL.png)',
  '<img src="https://EVIL.example/a">',
  '<a href="command:EVIL">',
  '`[EVIL](command:EVIL)`',
  '``` [EVIL](command:EVIL)',
  '\\`[EVIL](command:EVIL)',
  '](command:EVIL)[a',
  '<command:EVIL>',
  '<https://EVIL.example>',
  '$(EVIL) **EVIL**',
  '[EVIL]: command:EVIL',
);
const texts = fc
  .array(
    fc.oneof(EVIL, fc.constantFrom(' ', '`', '``', '\\', '\n', '|', '*', '_', 'a', '\u2028')),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((parts) => parts.join(''));

/** Places of a file where a text of the user's can come up again in what is shown. */
const PLACES: readonly ((text: string) => string)[] = [
  (text) => `type: task\nname: ${text}\ncommands: [ls]\n`,
  (text) => `type: task\ncommands: [${text}, "echo $A"]\nenv: {A: ${text}, ${text}: b}\n`,
  (text) => `type: task\n${text}: 1\nimage: ${text}\n`,
  (text) => `type: task\nresources: {gpu: ${text}, cpu: ${text}, memory: ${text}}\n`,
  (text) =>
    `type: task\nports: [${text}]\nvolumes: [${text}]\nfiles: [${text}]\nrepos: [${text}]\n`,
  (text) => `type: task\nschedule: {cron: ${text}}\nmax_duration: ${text}\nuser: ${text}\n`,
  (text) => `type: service\nport: 80\nmodel: ${text}\ngateway: ${text}\nfleets: [${text}]\n`,
  (text) => `type: fleet\nname: a\nnodes: 1\ntags: {${text}: ${text}}\nbackends: [${text}]\n`,
];

/** What is left of markdown without its escapes and its code, in which nothing has a meaning. Fences are of any length. */
function withoutCode(markdown: string): string {
  return markdown
    .replace(/^(`{3,})[^\n`]*\n[^]*?^\1`*$/gm, '')
    .replace(/\\[\\`*_[\]<>~$|!:]|(?<!`)(`+)(?!`)[^]*?[^`]\1(?!`)/g, '');
}

/** The commands that our client has for lenses. */
const COMMANDS = { showReferences: 'show', copyApplyCommand: 'copy', suggest: 'suggest' };

/** The links that are ours. */
const OWN = /\[[\w ]+\]\(https:\/\/dstack\.ai\/docs\/[\w./#-]*\)/g;

/** The beginning of a link, an image, a definition of one, HTML, or a URL that becomes a link by itself. */
const BAD = /(?:\]\(|\]:|<[\w/!]|https?:\/\/)/;

test('nothing of a file becomes a link, an image, HTML or a command', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom(...PLACES), fc.nat(), (text, place, seed) => {
      const source = place(JSON.stringify(text));
      const analysis = new Analysis({ uri: 'file:///w/.dstack.yml', text: source });
      const shown: string[] = [];
      for (let offset = seed % 3; offset <= source.length; offset += 3) {
        const at = analysis.tree.lines.position(offset);
        const { contents } = hover(within(analysis, { now: () => 0 }), { position: at }) ?? {};
        if (contents && typeof contents === 'object' && 'value' in contents) {
          shown.push(contents.value);
        }
        if (offset % 9 !== seed % 9) continue;
        for (const item of completion(within(analysis, { client: { snippets: true } }), {
          position: at,
        })?.items ?? []) {
          const { documentation } = item;
          if (typeof documentation === 'object') shown.push(documentation.value);
        }
      }
      for (const markdown of new Set(shown)) {
        assert.doesNotMatch(
          withoutCode(markdown).replace(OWN, ''),
          BAD,
          `${source}\n=>\n${markdown}`,
        );
      }
      for (const { target, tooltip } of documentLinks(analysis)) {
        assert.match(target ?? '', /^(?:https?|file):/, source);
        assert.match(tooltip ?? '', /^Open[\w ]*$/, source);
      }
      const end = analysis.tree.lines.position(source.length);
      const workspace = workspaceOf(analysis.source.uri);
      workspace.index.put(analysis.summary);
      const all = { start: { line: 0, character: 0 }, end };
      for (const hint of inlayHints(
        within(analysis, { settings: { inlayHints: { meanings: true, defaults: true } } }),
        { range: all },
      )) {
        // A label that is a text is shown as it is; a part of a label could be markdown or a command.
        assert.equal(typeof hint.label, 'string');
        const keys = Object.keys(hint).sort();
        assert.deepEqual(keys, ['label', 'paddingLeft', 'position', 'tooltip'], source);
        const { tooltip } = hint;
        const markdown = typeof tooltip === 'object' ? tooltip.value : (tooltip ?? '');
        assert.doesNotMatch(withoutCode(markdown).replace(OWN, ''), BAD, source);
      }
      for (const { command } of codeLenses(
        within(analysis, { workspace, client: { commands: COMMANDS } }),
      )) {
        assert.ok(Object.values(COMMANDS).includes(command?.command ?? ''), source);
        assert.match(
          command?.title ?? '',
          /^(?:\$\(copy\) dstack apply -f \.dstack\.yml|\d+ references?)$/,
        );
      }
    }),
    { numRuns: 150, seed: 8 },
  );
});

test('the client trusts no markdown and shows no HTML', () => {
  const folder = repositoryPath('client/src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((path) => path.endsWith('.ts'))) {
    const code = readFileSync(`${folder}/${file}`, 'utf8');
    assert.doesNotMatch(code, /(?<!workspace\.)isTrusted|supportHtml|createWebviewPanel/, file);
  }
});
