# attack: becomes root by programs that may; expect: AC
for program in su sudo passwd mount newgrp chsh pkexec fusermount3 unix_chkpwd; do
  path=$(command -v "$program") || continue
  echo root | timeout 1 "$path" -c id 2>/dev/null | grep 'uid=0' && echo "BREACH: $program"
done
cp /bin/bash /tmp/shell && chmod 6755 /tmp/shell && /tmp/shell -p -c 'id -u' | grep -x 0 && echo BREACH: copy
echo safe
