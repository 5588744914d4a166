# attack: changes what the next program of the judge would load; expect: AC
for file in /usr/lib/x86_64-linux-gnu/libc.so.6 /etc/ld.so.cache /etc/ld.so.preload /usr/bin/python3 /box/main.sh; do
  (echo x >>"$file") 2>/dev/null && echo "BREACH: $file"
done
export LD_PRELOAD=/tmp/evil.so
echo safe
