# attack: writes where it must not; expect: AC
for folder in / /usr /usr/bin /usr/lib /etc /dev /proc /sys /var /root /home /opt /box /run; do
  if touch "$folder/attack" 2>/dev/null; then echo "BREACH: $folder"; fi
done
echo safe
