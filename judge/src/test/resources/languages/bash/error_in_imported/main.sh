. ./sum.sh
echo $sum
