/**
 * Texts that broke a rule, as short as possible, by what was wrong. `npm test` runs each of them through all targets;
 * FINDINGS.md says what was done.
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
  'an item that is an empty block of text': 'type: task\nenv:\n- |\n',
  'a name that two problems say, taken out':
    'type: service\nimage: u\ngroups:\n- {r,name,image: n,name: x}',
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
  'a bracket too many on two lines': '\ntype: task\ncommands: [a]\nresources: {gpu: MI300X}\n}',
  'a comment between a dash and a variable': 'type: task\nenv:\n- #\n Y=',
  'an anchor that cannot be renamed away': '&/\nr: *a',
  'two kinds of line break': '#dstack-disable-next-line\n\nimage:\r\nimage:',
  'spaces between CR and LF': '|\r \n r',
  "a line break of Unicode's in a block of text":
    'type: service\nreplicas:\n- commands: |\n   0\u2028   :\n',
  "a property behind a line break of Unicode's": 'type: fleet\u2028!!str gpu:\n\ny:',
  'a key that is no text, above a value that is wrong': 'type: dev-environment\nenv: {null: {}}\n',
  'a name in a text of two lines': 'type: dev-environment\nvolumes:\n- 1:/\n +',
  'the largest integer of 64 bits':
    'type: service\nport: 8\ncommands: [a]\nrate_limits: [{rps: 1,burst: 9223372036854775807}]',
  'a comment below an empty line that is deeper': '|\n  \n #',
  'a comment below a text that is empty and says how deep it is': 'a:\n|1\r\n#|-a: x...\n',
  'a port behind line breaks': ':\n\n9',
  'a comment below an empty text, outside of the range': 'type: task\ncommands:\n  - |1\n # c- ',
  'a comment that may not move into an empty text': 'a:\n|\n#',
  'a comment below an empty text in a mapping that moves': ' a: |\n\n #',
  'an ordered map in the mapping that it holds': 'a: &x {c: !!omap [*x]}\n',
  'ordered maps in each other, in a mapping that they hold':
    'a: &x { # c\n\tc: !!omap [*x: !!omap [*x: !!omap [*x: !!omap [*x, #1e309  [d, # c\n  e]]\n  k: 1}\n  - a\n\tb: !!set {f, <<: [*x, {g}], h, f}\n\t',
  'an empty line below the end of a block of text': ' - |\n  }\n  ',
  'a type of several lines': 'type: >\n p\n\n  ',
  'two tags that are unknown': 'a: !x 1\nb: !y 2\n',
  'what nobody reads in a group of replicas':
    'type: service\nport: 80\ngroups:\n- commands: [a]\n  replicas: 1..2\n  count: {a: b}\n',
  'what is false beside the model of a preset':
    'type: preset\nbase: Qwen/Qwen3-32B\nrepo: Off\ntrials: 1\nmin_context_length: 1\nmax_ttft: 1\nconcurrency: 1\n',
  'a text that a fix would have put into a list of mappings': 'type: service\ngrous: r',
  'another name for a property that has no value yet': 'type: dev-environment\ncommands:',
  'another name for a property in which something else is wrong':
    'type: service\ngroups:\n  - s:\n    s{ling: {m}',
  'a comment that moves above a line that is wrong for another reason': 'n: 1 #\n :',
  'another name with a value that is wrong in a list': 'profiles:\n- ackend: D',
  'another name beside one that is missing': 'type: task\nregistry_auth:\n asswor:',
  'another name of two that one of must be there': 'type: volume\nbackend: runpod\nsiz:',
  'a warning that becomes an error with the right name':
    "type: service\nmage: r\nregistry_auth: {password: '$${{'}",
  'a hexadecimal number as a slip in a name': 'type: service\ns:\n0xreplicas:',
  'a digit as a slip in a name': 'type: task\ncomma9ds: []\n6:',
  'a capital letter of the end as a slip': 'type: task\nstartup_order: wTrkers-first',
  'a quoted text of several lines above a dash': 'e:\n"\n"\n-',
  'a value that is wrong where it is moved out':
    'type: service\nrepos:\n  - c:\n    commands: [[[]]]',
  'a value that is wrong where it is moved in': 'type: fleet\nx:\narch: .',
  'a list that is wrong where it is moved out':
    'type: service\ngroups:\n-\n    backend_options: [{},t]\n    i:',
  'a name that is wrong in the list that it is moved into': 'type: preset\nmodel:\n  type: t\n  e:',
  'a property that needs another where it is moved in': 'type: task\ntime_window: 3',
  'a property that needs another where it is indented': 'type: task\nregistry_auth:\nusername: n',
  'a property without a value that is indented': 'type: task\ns:\nresources:\nmemory:',
  'the same slip in two items, without a value':
    'type: fleet\nssh_config:\n hosts:\n    - hostaname:\n    - hostaname:',
  'a tag that an overridden property has alone': '  type: !!str lets-encrypt\n  type: lets-encrypt',
  'a value glued to its name': 'type: fleet\nssh_config:\n identity_file:e:',
  'a property twice in a range in which both are wrong':
    'type: fleet\nnodes:\n  min: 2\n  max: 1\n  min: 5',
  'an anchor of a name that is removed': 'type: fleet\n&a nmy runodes:\nnodes: *a',
  'a slip in a file whose end is not YAML': 'type: task\nnams: t4\ne:\n...\np',
  'dashes in three columns below a property cannot become items':
    'type: fleet\nssh_config:\n hosts:\n   {-\n  -\n  :',
  'a property on its own line that belongs into brackets':
    'type: fleet\nssh_config: {user: u}\nproxy_jump: {}',
  'a property of several lines that belongs into brackets':
    'type: fleet\r? ssh_config\r: {t:[]}\rproxy_jump: {}',
  'dashes and brackets in five columns below a property':
    'type: service\rs: [{s:[]}]\rgroups:\r  :\r -\r i\r }\r ]\r 2\r ]\r ]\r 6\r t\r :\r *',
  'a name of two words of which one is left out':
    'type: dev-environment\nregistry_auth: {"",passwo x}',
  'a backtick in a long text that a title repeats':
    'type: task\nenv:\n- NCC $RANK -eq 0 ]; then mpirun \\\n --al`CKl-tests/build/all_reduce_perf -b 8 -e 8G -f 2',
  'the only item of a list in brackets on a line of its own': '{!!str type:[\nt]}',
  'a type twice, one of which can belong to another property':
    'type: dev-environment\nk:\nenv:\ntype: fleet\nt:',
  'a value of two words of which one is left out': 'type: s service',
  'an item that is deeper than lines without dashes':
    'type: task\ngroups:\n s:\n s:\n :\n  - :\n [',
  'a comment without text beside a property that is set twice': 'type: preset #\ntype: preset',
  'a slip in one place and a repetition of the right name in another':
    'commands: [a]\ncommands: [a]\ntype: task\ngroups: [{ecommands:[]},{s:[""]}]',
  'an alias for a value that is wrong in another way where it is written':
    'type: service\nport: &a 65536\nprobes:\n- type: *a',
  'a name with an anchor that a value repeats': '&a itance_type:\ntype: task\ns:\npython: *a',
  'tabs on blank lines, with which the text gets longer': '""\n\t\ny\n\t\t',
  'a slip whose repair repeats the words at the ends of two lines':
    'type: fleet\nssh_config:\n  u: jump\n  identity_file:\n  hosts:\n  - {jump,dentiy_file}',
  'the same in a list below': 'type: task\ngroups:\n- nodess: 2\nnodes: 3\nnodes: 3',
  'a misspelt name beside the same one that a fix leaves':
    'type: fleet\nssh_config:\n hosts:\n - 1\n - hostaname: b\n - hostaname: b\n   s:\n - hostame: 3',
  'an unknown name in a property that gets its new name':
    'type: service\nreplicas:\n  - count: 1\n  - count: {n}',
  'line breaks in what is not base64': '!!binary "\\n\\n6"',
};
