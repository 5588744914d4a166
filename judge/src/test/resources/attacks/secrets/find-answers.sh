# attack: looks for tests and answers everywhere; expect: AC
find / -xdev \( -name '*.ans' -o -name 'problem.yaml' -o -name 'secret' -o -name '*.report' \) -not -path '/usr/*' 2>/dev/null | grep . && echo BREACH
find /tmp /dev/shm /box -type f -not -path '/box/*.sh' 2>/dev/null | grep . && echo BREACH
echo safe
