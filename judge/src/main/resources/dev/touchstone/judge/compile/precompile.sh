#!/bin/sh
# precompile.sh FLAGS… - makes g++ read what all.h includes ahead, and finds the fastest linker. Runs in a box.
#
# If all.h includes bits/stdc++.h, the folder "usual" gets the same without what few programs use and what takes most of
# the compiler's time: each program instantiates the templates that it uses. Its file "names" lists what is then missing;
# a source without any of these names means the same with either.

seldom='any|atomic|barrier|ccomplex|charconv|chrono|codecvt|complex|condition_variable|coroutine|ctgmath|execution'
seldom="$seldom|filesystem|fstream|future|latch|locale|memory_resource|mutex|random|ranges|regex|scoped_allocator"
seldom="$seldom|semaphore|shared_mutex|stdatomic\\.h|stop_token|syncstream|thread|valarray"
special=_GLIBCXX_USE_STD_SPEC_FUNCS

precompile() { # FLAGS…
  g++ -x c++-header "$@" -MD -MF all.d -o all.h.gch all.h &&
    g++ -x c++ "$@" -include ./all.h -H -fsyntax-only /dev/null 2>&1 | grep -q '^! '
}

files_read() { tr -s '\\ ' '[\n*]' <"$1/all.d" | grep '^/' | sort -u; }

# The words of files, without comments.
words() { xargs cat <"$1" | g++ -fpreprocessed -dD -E -P -x c++ - | grep -oE '[A-Za-z_][A-Za-z0-9_]*' | sort -u; }

macros() { # FOLDER FLAGS…
  folder=$1
  shift
  g++ -x c++ "$@" -dM -E "$folder/all.h" | sed 's/^#define \([A-Za-z0-9_]*\).*/\1/' | sort -u
}

# Which of the words in $work/words the headers of a folder declare in a namespace.
declared() { # FOLDER NAMESPACE FLAGS…
  folder=$1 namespace=$2
  shift 2
  sed "s/.*/namespace declared { using $namespace::&; }/" "$work/words" >"$work/using.cpp"
  LC_ALL=C g++ -x c++ "$@" -include "./$folder/all.h" -fsyntax-only -fmax-errors=0 \
    -fno-diagnostics-show-caret "$work/using.cpp" 2>&1 |
    sed -nE 's/^[^:]*:([0-9]+):.* error: .*(has not been declared|expected).*/\1/p' | sort -un |
    awk 'NR == FNR { absent[$1]; next } !(FNR in absent)' - "$work/words" | sort
}

# What all headers declare and the usual ones do not.
difference() { # NAMESPACE FLAGS…
  namespace=$1
  shift
  declared . "$namespace" "$@" >"$work/all" && declared usual "$namespace" "$@" >"$work/usual" &&
    comm -23 "$work/all" "$work/usual"
}

usual() { # FLAGS…
  work=/tmp/usual
  mkdir -p usual/include/bits "$work" && : >usual/include/bits/stdc++.h || return 1
  [ ! -f options ] || cp options usual/
  {
    # The mathematical special functions, a third of what is left, are part of cmath.
    printf '%s\n' '#include <bits/c++config.h>' "#pragma push_macro(\"$special\")" "#undef $special"
    sed -E "/^ *# *include *<($seldom)>/d" "$(files_read . | grep '/bits/stdc++\.h$')"
    echo "#pragma pop_macro(\"$special\")"
  } >usual/all.h && (cd usual && precompile "$@") || return 1
  files_read . >"$work/read" && files_read usual >"$work/read-usually" || return 1
  comm -23 "$work/read" "$work/read-usually" >"$work/seldom"
  words "$work/seldom" >"$work/candidates" && words "$work/read-usually" >"$work/elsewhere" || return 1
  grep '^_' "$work/candidates" | comm -23 - "$work/elsewhere" >"$work/names" # the compiler's own
  grep -v '^_' "$work/candidates" >"$work/words"
  difference '' "$@" >>"$work/names" && difference std "$@" >>"$work/names" || return 1
  macros . "$@" >"$work/all" && macros usual "$@" >"$work/usual" || return 1
  comm -23 "$work/all" "$work/usual" >>"$work/names"
  # Namespaces that both have, with more in one of them.
  for inner in $(xargs sed -nE 's/.*namespace ([a-z][a-z0-9_]*).*/\1/p' <"$work/seldom" | sort -u | grep -vx std); do
    grep -qx "$inner" "$work/names" || difference "std::$inner" "$@" >>"$work/names" || return 1
  done
  sort -u "$work/names" >usual/names
  grep -qx regex usual/names # this compiler's messages are understood
}

for linker in mold lld gold bfd; do
  echo 'int main() {}' | g++ -fuse-ld=$linker -x c++ -o /tmp/try - 2>/tmp/said && /tmp/try &&
    echo -fuse-ld=$linker >options && break
done
precompile "$@" || exit 1
! grep -qx '#include <bits/stdc++.h>' all.h || usual "$@" 2>/tmp/said || rm -rf usual
