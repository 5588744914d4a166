# attack: folders in folders, too deep for those who remove by path; expect: AC
cd /tmp
for i in $(seq 150); do
  mkdir long-name-long-name-long-name-long-name && cd -P long-name-long-name-long-name-long-name || break
done
echo safe
