import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentLinks } from '../../../server/src/language/features/document-links';
import { analysisOf, textAt } from '../../support/check/analysis';
import { workspaceOf } from '../../support/check/workspace';
import { within } from '../../support/check/within';

const workspace = workspaceOf('file:///w/train.py', 'file:///w/data.csv', 'file:///w/run.sh');

const TABLE: Readonly<Record<string, readonly string[]>> = {
  'files: [data.csv:/app, missing.csv, ../up.csv, ~/x, /etc/x]': ['data.csv file:///w/data.csv'],
  'files: [{local_path: data.csv, path: /x}]': ['data.csv file:///w/data.csv'],
  'commands: [python train.py --x, python3 no.py, echo train.py, bash run.sh]': [
    'train.py file:///w/train.py',
    'run.sh file:///w/run.sh',
  ],
  'image: python:3.12': ['python:3.12 https://hub.docker.com/_/python'],
  'image: lmsysorg/sglang': ['lmsysorg/sglang https://hub.docker.com/r/lmsysorg/sglang'],
  'image: ghcr.io/a/b:1': ['ghcr.io/a/b:1 https://github.com/a/packages/container/package/b'],
  'image: nvcr.io/nvidia/pytorch:25.05-py3': [
    'nvcr.io/nvidia/pytorch:25.05-py3 https://catalog.ngc.nvidia.com/orgs/nvidia/containers/pytorch',
  ],
  'image: quay.io/a/b': ['quay.io/a/b https://quay.io/repository/a/b'],
  'image: my.registry.org/a/b': [],
  'image: $IMAGE': [],
  '# See https://dstack.ai/docs.': ['https://dstack.ai/docs https://dstack.ai/docs'],
  '# Not http://example.org, file:///etc/passwd or https://localhost': [],
};

for (const [line, expected] of Object.entries(TABLE)) {
  void test(`links in ${line}`, () => {
    const analysis = analysisOf(`type: task\n${line}\n`);
    assert.deepEqual(
      documentLinks(within(analysis, { workspace })).map(
        ({ range, target }) => `${textAt(analysis, range)} ${target}`,
      ),
      expected,
    );
  });
}
