import type { Shorthand } from './grammar/shorthand';
import type { ScalarValue } from '../yaml/scalar';
import { parsed, unplaced, type Parsed } from './grammar/grammar';
import { quote } from '../base/words';
import { Piece, refuse } from './grammar/piece';
import * as python from '../python/python';
import { wrongKind } from './grammar/text';

const CODE = 'python-version';

/** The versions that the default image can have, the newest first. Mirrors `PythonVersion` of core/models/configurations.py. */
export const PYTHON_VERSIONS = ['3.15', '3.14', '3.13', '3.12', '3.11', '3.10', '3.9'];
const CHOICES = `from \`${PYTHON_VERSIONS.at(-1) ?? ''}\` to \`${PYTHON_VERSIONS[0] ?? ''}\``;

/** A minor version of Python. Mirrors `BaseRunConfiguration.convert_python` of core/models/configurations.py. */
export const pythonVersion: Shorthand<string> = {
  noun: 'version',
  read: (scalar) => {
    if (scalar.type === 'null') return parsed(null);
    if (scalar.type === 'str') return readVersion(Piece.of(scalar.value));
    const text = numberText(scalar);
    if (text === undefined) return wrongKind(CODE, scalar, 'a version such as `"3.12"`');
    // In YAML, a bare 3.10 is the number 3.1.
    return unplaced(readVersion(Piece.of(text === '3.1' ? '3.10' : text)), text);
  },
  strict: true,
};

function numberText(scalar: ScalarValue): string | undefined {
  if (scalar.type === 'int') return python.intText(scalar.value);
  return scalar.type === 'float' ? python.floatText(scalar.value) : undefined;
}

function readVersion(text: Piece): Parsed<string> {
  return PYTHON_VERSIONS.includes(text.text)
    ? parsed(text.text, [text.part('value')])
    : notAVersion(text);
}

function notAVersion(text: Piece): Parsed<string> {
  const suggestion = likelyVersion(text.text);
  const advice = suggestion === undefined ? `a version ${CHOICES}` : `\`"${suggestion}"\``;
  const message = `dstack has no Python ${quote(text.text)}: write ${advice}.`;
  return refuse(CODE, text, message, suggestion === undefined ? undefined : { suggestion });
}

/** The version in `3.12.1`, `python3.12`, `py312`, `>=3.12` and `3.1`, which is 3.10 without its zero. */
function likelyVersion(text: string): string | undefined {
  const [, minor] =
    /^(?:python|py|v|[~=>]{1,2})?[ -]?3\.?([0-9]{1,2})(?:\.[0-9x*]+)?\+?$/i.exec(
      python.strip(text),
    ) ?? [];
  const version = minor === '1' ? '3.10' : `3.${minor ?? ''}`;
  return PYTHON_VERSIONS.includes(version) ? version : undefined;
}
