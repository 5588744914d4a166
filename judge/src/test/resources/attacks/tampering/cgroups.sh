# attack: changes its control groups; expect: AC
for folder in /sys/fs/cgroup /proc/self/root/sys/fs/cgroup /cgroup /dev/cgroup; do
  [ -e "$folder" ] && echo "BREACH: $folder"
done
for file in /proc/self/oom_score_adj /proc/1/oom_score_adj; do echo -1000 2>/dev/null >"$file" && echo "BREACH: $file"; done
echo safe
