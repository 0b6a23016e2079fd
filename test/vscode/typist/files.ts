import { fixtureSamples } from '../../support/oracle/corpus';
import { chosenSamples, typeOf } from '../../../tools/bench/typist/samples';
import { halfTypedKeys, targetOf } from '../../../tools/bench/typist/whole-files';

/**
 * Prints the files that are typed in a real VS Code, as JSON: real ones of all types with as many lines as the first
 * argument says, or for 0 the shortest of each type in the repository.
 */
const lines = Number(process.argv[2] ?? 0);
const samples = lines > 0 ? chosenSamples(1, lines) : shortest();
const files = samples.map((sample, index) => {
  const text = targetOf(sample);
  const name = sample.kind === 'profiles' ? '.dstack/profiles.yml' : 'f.dstack.yml';
  const halves = [...halfTypedKeys({ ...sample, text })];
  return { path: `${String(index)}/${name}`, source: sample.name, text, halves };
});
process.stdout.write(JSON.stringify(files));

function shortest() {
  const sorted = [...fixtureSamples('accepted')].sort((a, b) => a.text.length - b.text.length);
  return [...new Set(sorted.map(typeOf))].flatMap(
    (type) => sorted.find((sample) => typeOf(sample) === type && type !== 'none') ?? [],
  );
}
