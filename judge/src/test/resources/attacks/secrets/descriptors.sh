# attack: reads and writes what the judge forgot to close; expect: AC
for fd in /proc/self/fd/* /proc/$$/fd/*; do
  case ${fd##*/} in
    0 | 1 | 2 | 255) ;;
    *) case $(readlink "$fd") in '' | /proc/* | pipe:* | /box/*.sh) ;; *) echo "BREACH: $fd $(readlink "$fd")" ;; esac ;;
  esac
done
echo safe
