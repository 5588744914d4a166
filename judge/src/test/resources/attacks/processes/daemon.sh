# attack: a background job that would write later; expect: AC
(setsid sh -c 'sleep 1000; echo late') &
echo safe
