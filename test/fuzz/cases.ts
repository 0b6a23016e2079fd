/**
 * Texts for which something did not hold, as short as they could be made, under what was wrong. `npm test` runs each of
 * them through all targets; docs/fuzzing.md says what was done.
 */
export const CASES: Readonly<Record<string, string>> = {
  'a question mark ends a plain text in brackets': '0?',
  'a percent sign begins no plain text': '%',
  'a line separator in double quotes is folded': '\u2028',
  'a no-break space in front of a bracket was read for ever':
    'groups: [1{a: [b\u00a0}]\n\ntype: task',
  'the cursor behind a dash is not on the list': '- ',
  'the cursor behind a colon is not on the value': ': 1',
  'a no-break space is no white space': '\u00a0',
  'the cursor behind white space is not on the text': 'y ',
  'a mapping of defaults alone': 'type: fleet\nnodes: {}',
  'a list in the place of an environment variable': 'type: dev-environment\nenv:\n- {}',
  'a mapping in the place of the end of a range': 'type: fleet\nnodes:\n min: {}',
  'a range without its other end':
    'type: dev-environment\nresources: {cpu: {count: {min: 2}}, disk: {size: {max: 1}}}',
  'a variable without a name': 'type: service\nenv: :',
  'lines that end with CR alone': 'env:\renv:',
  'null as a key': '~:',
  'a mapping behind a dash and more than one space': '-   name: a\n    b: c\n',
  'a line separator behind the header of a text': '- a:\n  - >\u2028    b\n    c',
  'an indented end of the document': '  b: 1\n  --- a: 2',
  'a mark of the byte order behind spaces': '  \ufeffa: 1',
  'a negative duration that is not the one for off': 'idle_duration: -2',
  'a duration of 22 digits': 'duration: 1001010101010101010101',
  'a mapping in the place of a duration': 'type: task\nretry:\n duration:\n  8:',
  'an address with line breaks in it': '\nfe80::%\n\nc',
  'half a character behind a whole one': '/😀\ude00',
  'a warning in front of two mistakes, one of which goes with it': 'g: {hosts:[{}],hosts}\n[""]:',
  'two merge conflicts': '<<<<<<< a\n=======\n>>>>>>> b\na: 1\n<<<<<<< a\n=======\n>>>>>>> b\n',
  'a size of less than nothing by its sign alone': 'type: task\nresources:\n shm_size: -.0',
  'a date in the place of a name': 'type: service\nname: 2026-01-01',
  'a block of text that cannot be read': ': |\n 😀\ude00',
  'an anchor in the name of an anchor': '&&',
  'an anchor in the comment behind it': 'a: &b # &b\n  - 1\nc: *b',
  'a dash in the comment behind a dash': 'type: task\nenv:\n  - A=1\n  - # a-b\n    A=2',
  'a merge conflict in a block of text': '=======\n>\n1\n<<<<<<<\n :\n',
  'a name that an alias repeats': 'type: dev-environment\nname: &a vscode\nide: *a',
  'a comment that ignores nothing': '#dstack-disable-next-line',
  'a comment between a key and its value': 'type: service\ngroups: [{replicas: #\n1}]',
  'a mistake in variables that are set again': 'type: service\nenv:\n- O:\nenv:',
  'a mistake in a GPU that is set again':
    'type: task\nresources:\n  gpu: {name: {a: 1}}\n  gpu: 1\n',
  'a conflict marker in front of another mistake': 'a:\r<<<<<<<\np',
  'a set of which a key comes twice': '!!set ? resources:\n:\nresources',
  'a set into which another is merged':
    'a: &x {k: 1}\nb: !!set {f, <<: [*x, {g}], h, f}\nc: !!omap [*x, d: e]\n',
  'a name that a set has from another': 'h: &x {a: }\ntype: task\nfleets: !!set {<<: *x, b}\n',
  'an anchor that cannot be renamed away': '&/\nr: *a',
  'two tags that are unknown': 'a: !x 1\nb: !y 2\n',
};
