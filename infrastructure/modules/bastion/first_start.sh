# shellcheck shell=bash
# Runs once, when the bastion first starts. The lines that Terraform puts before it set REGION, KEYS (the name of the
# parameter with the public keys), DESTINATIONS (host:port, with blanks between them) and LISTEN (ports, likewise, or nothing).
# Without keys there is no SSH.
set -euo pipefail

# Keys that someone pushes to the image's own user would get past everything below.
if rpm --quiet --query ec2-instance-connect; then
  dnf --assumeyes remove ec2-instance-connect
fi

if [ -z "${KEYS:-}" ]; then
  systemctl disable --now sshd
else
  : "${REGION:?}" "${DESTINATIONS:?}"

  # The user of every tunnel, and the one that reads the keys. Neither has a shell, a home or a password.
  useradd --system --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin tunnel
  useradd --system --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin authorized-keys

  # sshd runs it at each sign-in, so a key that is removed from Parameter Store opens nothing from then on. If AWS does
  # not answer, there is no key, and Session Manager is the way in.
  cat >/usr/local/sbin/authorized-keys <<SCRIPT
#!/bin/bash
export PATH=/usr/local/sbin:/usr/local/bin:/usr/bin:/bin
exec timeout 10 aws ssm get-parameter --region $REGION --name $KEYS --query Parameter.Value --output text
SCRIPT
  chmod 0755 /usr/local/sbin/authorized-keys

  # A tunnel may listen only while databases are migrated, and only on the address inside the network, which the security
  # group opens to the database alone.
  forwarding=local listen=none ports=no
  if [ -n "${LISTEN:-}" ]; then
    address=$(hostname -I | cut -d' ' -f1)
    forwarding=yes ports=clientspecified listen=
    for port in $LISTEN; do
      listen="$listen $address:$port"
    done
  fi

  # Tunnels to the listed places and nothing else: no shell, no terminal, no command, no file transfer, not even with a
  # stolen key. The first value of a setting counts, so this file comes before the image's.
  cat >/etc/ssh/sshd_config.d/00-touchstone.conf <<CONFIG
AllowUsers tunnel
AuthenticationMethods publickey
AuthorizedKeysFile none
AuthorizedKeysCommand /usr/local/sbin/authorized-keys
AuthorizedKeysCommandUser authorized-keys
PermitRootLogin no
PasswordAuthentication no
KbdInteractiveAuthentication no
HostKeyAlgorithms ssh-ed25519
PubkeyAcceptedAlgorithms ssh-ed25519
ForceCommand /usr/sbin/nologin
MaxSessions 0
PermitTTY no
PermitUserRC no
PermitUserEnvironment no
AllowTcpForwarding $forwarding
PermitOpen $DESTINATIONS
PermitListen $listen
PermitTunnel no
AllowStreamLocalForwarding no
AllowAgentForwarding no
GatewayPorts $ports
X11Forwarding no
MaxAuthTries 3
LoginGraceTime 20
ClientAliveInterval 300
ClientAliveCountMax 2
LogLevel VERBOSE
CONFIG
  sshd -t
  systemctl restart sshd
fi

# psql, pg_dump and pg_restore; automatic security updates.
dnf --assumeyes install postgresql17 dnf-automatic
sed -i 's/^upgrade_type = .*/upgrade_type = security/; s/^apply_updates = .*/apply_updates = yes/' /etc/dnf/automatic.conf
systemctl enable --now dnf-automatic.timer
