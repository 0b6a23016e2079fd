/** Scripts with a variable A of the environment, whose value is 3, before and after it is renamed to NEW. */
export const SCRIPTS: readonly (readonly [before: string, after: string])[] = [
  // Programs that give a text to a shell
  [`flock . -c 'echo $A'; flock -x . echo '$A'`, `flock . -c 'echo $NEW'; flock -x . echo '$A'`],
  [`script -qc 'echo $A' /dev/null`, `script -qc 'echo $NEW' /dev/null`],
  [`parallel -j 2 'echo $A {}' ::: '$A'`, `parallel -j 2 'echo $NEW {}' ::: '$A'`],
  // Parameters
  ['echo $A ${A} $AB "$A" x$A-y', 'echo $NEW ${NEW} $AB "$NEW" x$NEW-y'],
  [
    'echo ${#A} ${A:-d} ${A-d} ${A:+d} ${A:?d}',
    'echo ${#NEW} ${NEW:-d} ${NEW-d} ${NEW:+d} ${NEW:?d}',
  ],
  [
    'echo ${A%.*} ${A##*/} ${A/3/4} ${A//3/$A}',
    'echo ${NEW%.*} ${NEW##*/} ${NEW/3/4} ${NEW//3/$NEW}',
  ],
  [
    'echo ${A^^} ${A,,} ${A@Q} ${A:0:1} ${A: -1}',
    'echo ${NEW^^} ${NEW,,} ${NEW@Q} ${NEW:0:1} ${NEW: -1}',
  ],
  ['x=12345; echo ${x:A:1} ${x:A-1}', 'x=12345; echo ${x:NEW:1} ${x:NEW-1}'],
  ['echo ${A[0]} ${A[@]} ${#A[@]} ${!A[@]}', 'echo ${NEW[0]} ${NEW[@]} ${#NEW[@]} ${!NEW[@]}'],
  [
    'x=(a b c d); echo ${x[A]} ${x[A-1]} ${x[$A]}',
    'x=(a b c d); echo ${x[NEW]} ${x[NEW-1]} ${x[$NEW]}',
  ],
  [
    'declare -A m=([A]=1); echo ${m[A]} ${m[$A]:-no}',
    'declare -A m=([A]=1); echo ${m[A]} ${m[$NEW]:-no}',
  ],
  ['B=A; echo ${B:-${A:-"$A"}}', 'B=A; echo ${B:-${NEW:-"$NEW"}}'],
  ['echo ${B:-A} ${B:=$A} ${#B}', 'echo ${B:-A} ${B:=$NEW} ${#B}'],
  [`echo "\${B:-'$A'}" \${B:-'$A'}`, `echo "\${B:-'$NEW'}" \${B:-'$A'}`],
  ['echo $$A | cut -c1-0; echo \\$A "\\$A" $1A', 'echo $$A | cut -c1-0; echo \\$A "\\$A" $1A'],
  ['B=4; echo ${A}B $A$B ${A}$B', 'B=4; echo ${NEW}B $NEW$B ${NEW}$B'],
  // Arithmetic
  ['echo ${#A} $((A+1)) $((  $A * 2 ))', 'echo ${#NEW} $((NEW+1)) $((  $NEW * 2 ))'],
  [
    'echo $[A+1] $((A > 2 ? A : 0)) $((10#$A)) $((16#A))',
    'echo $[NEW+1] $((NEW > 2 ? NEW : 0)) $((10#$NEW)) $((16#A))',
  ],
  [
    '((A++)); echo $A; ((A += 2, B = A)); echo $B',
    '((NEW++)); echo $NEW; ((NEW += 2, B = NEW)); echo $B',
  ],
  ['let A++ B=A+1 "A = A + 1"; echo $A $B', 'let NEW++ B=NEW+1 "NEW = NEW + 1"; echo $NEW $B'],
  [
    '[[ A -gt 2 ]] && echo big; [[ $A == A ]] || echo no',
    '[[ NEW -gt 2 ]] && echo big; [[ $NEW == A ]] || echo no',
  ],
  ['[[ -v A && A -eq "A" ]] && echo set', '[[ -v NEW && NEW -eq "NEW" ]] && echo set'],
  ['[[ $A =~ ^(A|3)$ ]] && echo m; echo $A', '[[ $NEW =~ ^(A|3)$ ]] && echo m; echo $NEW'],
  ['for ((A=0; A<2; A++)); do echo $A; done', 'for ((NEW=0; NEW<2; NEW++)); do echo $NEW; done'],
  ['echo $(( (A + 1) * (2 + A) )) $((~A))', 'echo $(( (NEW + 1) * (2 + NEW) )) $((~NEW))'],
  ['echo $((echo A; echo $A) | tr a b)', 'echo $((echo A; echo $NEW) | tr a b)'],
  // Quotes and comments
  [`echo '$A' "$A" "it's $A" '$A'`, `echo '$A' "$NEW" "it's $NEW" '$A'`],
  [`echo \\' $A; echo $'\\'$A' $A`, `echo \\' $NEW; echo $'\\'$A' $NEW`],
  ['echo a#$A # $A\necho $A', 'echo a#$NEW # $A\necho $NEW'],
  [`# don't\necho $A '\n$A' $A`, `# don't\necho $NEW '\n$A' $NEW`],
  [
    'echo "a $(echo "$A") `echo $A` $(echo \'$A\')"',
    'echo "a $(echo "$NEW") `echo $NEW` $(echo \'$A\')"',
  ],
  ['echo `echo \\$A \\\\$A` "`echo \\"$A\\"`"', 'echo `echo \\$NEW \\\\$A` "`echo \\"$NEW\\"`"'],
  ['echo A A=1 -A {A,b} ./A A.txt', 'echo A A=1 -A {A,b} ./A A.txt'],
  // Here-documents
  [
    'cat <<EOF\n$A \\$A \'$A\' "${A}" $((A+1)) `echo $A`\nEOF\necho $A',
    'cat <<EOF\n$NEW \\$A \'$NEW\' "${NEW}" $((NEW+1)) `echo $NEW`\nEOF\necho $NEW',
  ],
  ["cat <<'EOF'\n$A\nEOF\necho $A", "cat <<'EOF'\n$A\nEOF\necho $NEW"],
  ['cat <<"EOF" | tr a b\n$A\'\nEOF\necho $A', 'cat <<"EOF" | tr a b\n$A\'\nEOF\necho $NEW'],
  ['cat <<\\EOF\n$A\nEOF\necho $A', 'cat <<\\EOF\n$A\nEOF\necho $NEW'],
  ['cat <<-EOF\n\t$A\n\tEOF\necho $A', 'cat <<-EOF\n\t$NEW\n\tEOF\necho $NEW'],
  ["cat <<A <<'B'\n$A\nA\n$A\nB\necho $A", "cat <<A <<'B'\n$NEW\nA\n$A\nB\necho $NEW"],
  ['cat <<< "$A" ; cat <<< $A; echo $((1<<A))', 'cat <<< "$NEW" ; cat <<< $NEW; echo $((1<<NEW))'],
  ['x=$(cat <<EOF\n$A\nEOF\n); echo $x $A', 'x=$(cat <<EOF\n$NEW\nEOF\n); echo $x $NEW'],
  // What a script sets itself is the same variable
  ['for A in a b; do echo $A; done; echo $A', 'for NEW in a b; do echo $NEW; done; echo $NEW'],
  ['for x in A $A; do echo $x; done', 'for x in A $NEW; do echo $x; done'],
  ['A=x; echo $A; A+=y; echo $A', 'NEW=x; echo $NEW; NEW+=y; echo $NEW'],
  [
    'echo $A; export A=$A/b; echo $A; printenv A',
    'echo $NEW; export NEW=$NEW/b; echo $NEW; printenv NEW',
  ],
  ['if [ $A = 3 ]; then A=4; fi; echo $A', 'if [ $NEW = 3 ]; then NEW=4; fi; echo $NEW'],
  [
    'A=x printenv A; printenv A; A=y B=$A printenv B',
    'NEW=x printenv NEW; printenv NEW; NEW=y B=$NEW printenv B',
  ],
  [
    '(A=x; echo $A); echo $A; { A=y; }; echo $A',
    '(NEW=x; echo $NEW); echo $NEW; { NEW=y; }; echo $NEW',
  ],
  [
    'f() { local A=x B=$A; echo $A; }; f; echo $A',
    'f() { local NEW=x B=$NEW; echo $NEW; }; f; echo $NEW',
  ],
  [
    'function A { echo $A; }; A; A() { echo f; }; A',
    'function A { echo $NEW; }; A; A() { echo f; }; A',
  ],
  ['read A B <<< "x y"; echo $A $B', 'read NEW B <<< "x y"; echo $NEW $B'],
  ['read -r -p A -d A A <<< xAy; echo $A', 'read -r -p A -d A NEW <<< xAy; echo $NEW'],
  ['read -ra A <<< "x y"; echo ${A[1]}', 'read -ra NEW <<< "x y"; echo ${NEW[1]}'],
  [
    'mapfile -t A <<< x; echo $A; printf -v A %s-A y; echo $A',
    'mapfile -t NEW <<< x; echo $NEW; printf -v NEW %s-A y; echo $NEW',
  ],
  ['while getopts Ab A -b; do echo $A; done', 'while getopts Ab NEW -b; do echo $NEW; done'],
  ['declare -i A=4; readonly B=$A; echo $A $B', 'declare -i NEW=4; readonly B=$NEW; echo $NEW $B'],
  ['declare -n r=A; echo $r; r=7; echo $A', 'declare -n r=NEW; echo $r; r=7; echo $NEW'],
  [
    'A=(1 $A 2); A[1]=x; A[A-1]=y; echo ${A[*]}',
    'NEW=(1 $NEW 2); NEW[1]=x; NEW[NEW-1]=y; echo ${NEW[*]}',
  ],
  [
    'unset A; echo ${A-none}; A=1; unset -v A; echo ${A-none}',
    'unset NEW; echo ${NEW-none}; NEW=1; unset -v NEW; echo ${NEW-none}',
  ],
  [
    'A() { echo f; }; unset -f A; export -f A 2>/dev/null; echo $A',
    'A() { echo f; }; unset -f A; export -f A 2>/dev/null; echo $NEW',
  ],
  [
    'env -u A printenv A; env --unset=A printenv A; env A=5 printenv A',
    'env -u NEW printenv NEW; env --unset=NEW printenv NEW; env NEW=5 printenv NEW',
  ],
  [
    'if test -v A; then echo y; fi; [ -n "$A" ] && echo z',
    'if test -v NEW; then echo y; fi; [ -n "$NEW" ] && echo z',
  ],
  ['x=$A y=A; echo $x $y; ! echo $A', 'x=$NEW y=A; echo $x $y; ! echo $NEW'],
  [
    'exec {A}>/dev/null; [ $A -gt 9 ] && echo open',
    'exec {NEW}>/dev/null; [ $NEW -gt 9 ] && echo open',
  ],
  // Compound commands
  [
    'case $A in 3|A) echo $A;; *) A=1;; esac; echo $A',
    'case $NEW in 3|A) echo $NEW;; *) NEW=1;; esac; echo $NEW',
  ],
  [
    'x=$(case $A in (3) echo $A;; esac); echo $x $A',
    'x=$(case $NEW in (3) echo $NEW;; esac); echo $x $NEW',
  ],
  [
    'case A in\n  $A) ;;\n  A)\n    echo $A\n    ;&\n  b) A=2\nesac\necho $A',
    'case A in\n  $NEW) ;;\n  A)\n    echo $NEW\n    ;&\n  b) NEW=2\nesac\necho $NEW',
  ],
  [
    'echo $A && A=1 || A=2; echo $A | { read A; echo $A; }',
    'echo $NEW && NEW=1 || NEW=2; echo $NEW | { read NEW; echo $NEW; }',
  ],
  [
    'while read -r A; do echo "<$A>"; done < <(echo $A; echo b)',
    'while read -r NEW; do echo "<$NEW>"; done < <(echo $NEW; echo b)',
  ],
  [
    'echo $A > /dev/null 2>&1; A=1 >/dev/null; echo $A &> /dev/null; echo $A',
    'echo $NEW > /dev/null 2>&1; NEW=1 >/dev/null; echo $NEW &> /dev/null; echo $NEW',
  ],
  ['echo \\\n  $A \\\n  A; echo $A', 'echo \\\n  $NEW \\\n  A; echo $NEW'],
  [
    'shopt -s extglob\ncase 3 in @($A|x)) echo $A;; esac; echo $A',
    'shopt -s extglob\ncase 3 in @($NEW|x)) echo $NEW;; esac; echo $NEW',
  ],
  // Other shells
  [
    `bash -c 'echo $A "\\$A"'; sh -ec "echo \\$A $A"`,
    `bash -c 'echo $NEW "\\$A"'; sh -ec "echo \\$NEW $NEW"`,
  ],
  [
    `env B=1 bash -c 'A=$A$B; echo $A'; echo x | xargs -I{} sh -c 'echo {} $A'`,
    `env B=1 bash -c 'NEW=$NEW$B; echo $NEW'; echo x | xargs -I{} sh -c 'echo {} $NEW'`,
  ],
  [
    `eval 'echo $A'; eval "A=\\$A-\\"\\$A\\""; echo $A`,
    `eval 'echo $NEW'; eval "NEW=\\$NEW-\\"\\$NEW\\""; echo $NEW`,
  ],
  [`trap 'echo bye $A' EXIT; echo $A`, `trap 'echo bye $NEW' EXIT; echo $NEW`],
  [
    "bash <<'EOF'\necho $A '$A'\nEOF\nbash -s <<EOF\necho \\$A $A\nEOF\nbash <<< 'echo $A'",
    "bash <<'EOF'\necho $NEW '$A'\nEOF\nbash -s <<EOF\necho \\$NEW $NEW\nEOF\nbash <<< 'echo $NEW'",
  ],
  [`echo '$A' bash; bash -c 'echo $1 $A' x '$A'`, `echo '$A' bash; bash -c 'echo $1 $NEW' x '$A'`],
  // Arithmetic in declarations and indices
  [
    'declare -i n=A+1; echo $n; n=A*2; n+=A; echo $n; m=A; echo $m',
    'declare -i n=NEW+1; echo $n; n=NEW*2; n+=NEW; echo $n; m=A; echo $m',
  ],
  [
    'f() { local -i A=A+1; A=A+A; echo $A; }; f; declare -ix A=5; A+=A; printenv A',
    'f() { local -i NEW=NEW+1; NEW=NEW+NEW; echo $NEW; }; f; declare -ix NEW=5; NEW+=NEW; printenv NEW',
  ],
  [
    'A=(5); x[A[0]]=q; x[A[0]+1]+=r; echo ${x[5]}${x[6]} $A',
    'NEW=(5); x[NEW[0]]=q; x[NEW[0]+1]+=r; echo ${x[5]}${x[6]} $NEW',
  ],
  [
    'a=([A]=x [A+1]=y $A); echo ${a[3]}${a[4]}${a[5]}; a+=([A]=z); echo ${a[3]}',
    'a=([NEW]=x [NEW+1]=y $NEW); echo ${a[3]}${a[4]}${a[5]}; a+=([NEW]=z); echo ${a[3]}',
  ],
  [
    'declare -A m; m=([A]=x [$A]=y); m[A]+=z; echo ${m[A]} ${m[3]}',
    'declare -A m; m=([A]=x [$NEW]=y); m[A]+=z; echo ${m[A]} ${m[3]}',
  ],
  // Values of options
  [
    'printf -vA x; echo $A; printf -v"A" y; echo $A; printf %s%s%s\\\\n -v A $A',
    'printf -vNEW x; echo $NEW; printf -v"NEW" y; echo $NEW; printf %s%s%s\\\\n -v A $NEW',
  ],
  [
    'read -raA <<< "1 2"; echo ${A[1]}; read -t1 -aA <<< "3 4"; echo ${A[1]}; read -d: A <<< 5:; echo $A',
    'read -raNEW <<< "1 2"; echo ${NEW[1]}; read -t1 -aNEW <<< "3 4"; echo ${NEW[1]}; read -d: NEW <<< 5:; echo $NEW',
  ],
  [
    'sleep 0 & wait -n -p A; [ -n "$A" ] && echo ended',
    'sleep 0 & wait -n -p NEW; [ -n "$NEW" ] && echo ended',
  ],
  ["trap -- 'echo bye $A' EXIT; echo $A", "trap -- 'echo bye $NEW' EXIT; echo $NEW"],
  ['time -p read A <<< 5; echo $A', 'time -p read NEW <<< 5; echo $NEW'],
  [
    'sudo() { shift; "$@"; }; sudo --preserve-env=B,A printenv A',
    'sudo() { shift; "$@"; }; sudo --preserve-env=B,NEW printenv NEW',
  ],
  // Looked up by name
  [
    'for v in A "B"; do [ -z "${!v}" ] || echo set; done',
    'for v in NEW "B"; do [ -z "${!v}" ] || echo set; done',
  ],
  [
    'need=(B A); for v in "${need[@]}"; do [ -z "${!v}" ] || echo set; done',
    'need=(B NEW); for v in "${need[@]}"; do [ -z "${!v}" ] || echo set; done',
  ],
  ['f() { local -n r=$1; r=7; }; f A; echo $A', 'f() { local -n r=$1; r=7; }; f NEW; echo $NEW'],
  [
    'v=A; echo "${!v:-none}" A "A"; A=B; B=7; echo ${!A}',
    'v=NEW; echo "${!v:-none}" A "A"; NEW=B; B=7; echo ${!NEW}',
  ],
  [
    'x=(1 2); for v in A; do echo $v ${!x[@]} $A; done',
    'x=(1 2); for v in A; do echo $v ${!x[@]} $NEW; done',
  ],
  // Scripts that come from elsewhere
  [
    "echo 'echo $A' | bash; echo \"echo \\$A $A\" | sh -s; echo 'echo $A $1' | env B=1 bash -s -- x",
    "echo 'echo $NEW' | bash; echo \"echo \\$NEW $NEW\" | sh -s; echo 'echo $NEW $1' | env B=1 bash -s -- x",
  ],
  [
    "echo '$A' | cat; echo '$A' || bash -c :; echo '$A'; bash < /dev/null",
    "echo '$A' | cat; echo '$A' || bash -c :; echo '$A'; bash < /dev/null",
  ],
  ["cat <<'E' | bash\necho $A\nE\necho $A", "cat <<'E' | bash\necho $NEW\nE\necho $NEW"],
  ["cat <<'E' | cat\n$A\nE\necho $A", "cat <<'E' | cat\n$A\nE\necho $NEW"],
  [
    'cat <<E | tee /dev/null | bash -x 2>/dev/null\necho \\$A $A\nE',
    'cat <<E | tee /dev/null | bash -x 2>/dev/null\necho \\$NEW $NEW\nE',
  ],
  [
    "bash -s x <<'E'\necho $1 $A\nE\nbash -o pipefail 2>/dev/null <<'E'\necho $A\nE",
    "bash -s x <<'E'\necho $1 $NEW\nE\nbash -o pipefail 2>/dev/null <<'E'\necho $NEW\nE",
  ],
  [
    ". /dev/stdin <<'E'\necho $A\nE\nbash /dev/null <<'E'\n$A\nE",
    ". /dev/stdin <<'E'\necho $NEW\nE\nbash /dev/null <<'E'\n$A\nE",
  ],
  [
    'd=$(mktemp -d); cat > $d/run.sh <<\'E\'\necho "$A"\nE\nbash $d/run.sh',
    'd=$(mktemp -d); cat > $d/run.sh <<\'E\'\necho "$NEW"\nE\nbash $d/run.sh',
  ],
  [
    'd=$(mktemp -d); cat <<\'E\' | tee "$d/run.sh" > /dev/null\necho "$A"\nE\nsh "$d/run.sh"',
    'd=$(mktemp -d); cat <<\'E\' | tee "$d/run.sh" > /dev/null\necho "$NEW"\nE\nsh "$d/run.sh"',
  ],
  [
    'HOME=$(mktemp -d); echo \'export X=$A\' >> ~/.bashrc; echo "A=4$A" | tee -a ~/.bashrc > /dev/null; . ~/.bashrc; echo $X $A',
    'HOME=$(mktemp -d); echo \'export X=$NEW\' >> ~/.bashrc; echo "NEW=4$NEW" | tee -a ~/.bashrc > /dev/null; . ~/.bashrc; echo $X $NEW',
  ],
  [
    "d=$(mktemp -d); cat > $d/x.py <<'E'\nprint(\"$A\")\nE\ncat $d/x.py; echo '$A' > $d/x.txt; cat $d/x.txt",
    "d=$(mktemp -d); cat > $d/x.py <<'E'\nprint(\"$A\")\nE\ncat $d/x.py; echo '$A' > $d/x.txt; cat $d/x.txt",
  ],
];
