// A hand that types a file into a real VS Code with the keys of a keyboard, as tools/bench/typist/hand.ts does in a model.

/** Milliseconds between two looks at an editor, and after which one that does not change is at rest. */
const LOOK = 20;
const REST = 1000;

/** Milliseconds that the hand waits for a suggestion before it types on. */
const PATIENCE = 1500;

/** Corrections of one file, after which something must be wrong. */
const CORRECTIONS = 2000;

/**
 * Types `file.text` into the active editor of `page`, with `delay` milliseconds between keys. `ask` gives the editor's
 * state. Gives the lines that came out otherwise than they were typed, and whether the text is right in the end.
 * `pictured` is called after each line.
 */
export async function typeFile(page, ask, file, { delay, completeKeys, pictured }) {
  const hand = { page, ask, file, delay, slips: [], completed: 0, others: [], tried: new Set() };
  const halves = new Map(completeKeys ? file.halves : []);
  let state = await ask('state');
  for (let left = CORRECTIONS; left > 0; left--) {
    const before = state.text.slice(0, state.start);
    const after = state.text.slice(state.end);
    if (before === file.text && after === '') return { ...hand, isEqual: true };
    state = await nextKeys(hand, state, halves);
    if (pictured) await pictured(before.split('\n').length - 1);
  }
  return { ...hand, isEqual: false };
}

/** Presses what is to come next: a correction, or the rest of the line and Enter. Gives the state after it. */
async function nextKeys(hand, state, halves) {
  const { file, tried } = hand;
  const before = state.text.slice(0, state.start);
  const after = state.text.slice(state.end);
  const rest = file.text.slice(before.length);
  const isChanged = ({ text }) => text !== state.text;
  const key = correction(file.text, before, after);
  if (key) {
    await press(hand, key);
    return settled(hand, isChanged);
  }
  if (halves.has(before.length) && !tried.has(before.length)) {
    tried.add(before.length);
    const isAccepted = await complete(hand, halves.get(before.length));
    return isAccepted ? settled(hand, isChanged) : state;
  }
  const line = rest.split('\n', 1)[0];
  const half = [...halves.keys()].find((at) => at > before.length && !tried.has(at));
  const end = Math.min(line.length, (half ?? Infinity) - before.length);
  for (const character of line.slice(0, end)) await type(hand, character);
  if (end === line.length && rest.length > line.length) return enter(hand, before + line);
  return settled(hand, ({ text, start }) => start === before.length + end && isChanged({ text }));
}

/** The key that removes what is not wanted, or goes on from a line that is to stay blank; undefined if all is right. */
function correction(wanted, before, after) {
  if (isMeantBlank(before, wanted)) return 'Enter';
  if (!wanted.startsWith(before)) return 'Backspace';
  const [line, ...below] = wanted.slice(before.length).split('\n');
  const isLeft = after !== '' && !below.join('\n').trimStart().startsWith(after.trim());
  return line === '' && isLeft ? 'Delete' : undefined;
}

/** Whether all is as it should be but for the indentation of a line that is to stay blank. */
function isMeantBlank(before, text) {
  const [, blank] = /\n( +)$/.exec(before) ?? [];
  return blank !== undefined && text.startsWith(`${before.slice(0, -blank.length)}\n`);
}

/** Enter at the end of a line that is meant to be as in `meant`. */
async function enter(hand, meant) {
  await press(hand, 'Enter');
  const isRight = ({ text, start }) => text.startsWith(`${meant}\n`) && start > meant.length;
  const state = await settled(hand, isRight);
  if (isRight(state)) return state;
  const line = meant.split('\n').length;
  const became = state.text.split('\n').slice(line - 1);
  hand.slips.push({ line, meant: meant.split('\n').at(-1), became: became.join(' ⏎ ') });
  await press(hand, 'Escape');
  return state;
}

/** Tab, if the first suggestion is the property that is half typed; gives whether. */
async function complete(hand, name) {
  const { page, file } = hand;
  const row = page.locator('.suggest-widget.visible .monaco-list-row.focused .label-name').first();
  const shown = await row.textContent({ timeout: PATIENCE }).catch(() => undefined);
  if (shown !== name) {
    hand.others.push({ file: file.source, name, shown });
    return false;
  }
  hand.completed++;
  await press(hand, 'Tab');
  return true;
}

async function press({ page, delay }, key) {
  await page.keyboard.press(key);
  await page.waitForTimeout(delay);
}

async function type({ page, delay }, character) {
  await page.keyboard.type(character);
  await page.waitForTimeout(delay);
}

/** The state of the editor as soon as it is as expected, else once it has not changed for a while. */
async function settled({ ask }, isExpected) {
  let last = '';
  for (let since = Date.now(); ;) {
    const state = await ask('state');
    if (isExpected(state)) return state;
    const now = JSON.stringify(state);
    if (now !== last) since = Date.now();
    if (Date.now() - since > REST) return state;
    last = now;
    await new Promise((resolve) => setTimeout(resolve, LOOK));
  }
}
