. ./add.sh
read count
read -a numbers
add "${numbers[@]}"
echo $sum
