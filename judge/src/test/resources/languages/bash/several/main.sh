source ./sum.sh
read -r n
read -r -a values
total=0
for value in "${values[@]}"; do total=$(sum "$total" "$value"); done
echo "$total"
