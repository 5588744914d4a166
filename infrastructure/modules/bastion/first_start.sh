#!/bin/bash
# Runs once, when the bastion first starts.
set -euo pipefail

# Allow only tunnels to the database and the Kubernetes API, so that a stolen key is of little use.
cat >/etc/ssh/sshd_config.d/10-touchstone.conf <<'CONFIG'
AuthenticationMethods publickey
PermitRootLogin no
PasswordAuthentication no
KbdInteractiveAuthentication no
HostKeyAlgorithms ssh-ed25519
PubkeyAcceptedAlgorithms ssh-ed25519
AllowAgentForwarding no
AllowTcpForwarding local
PermitOpen *:5432 *:443
X11Forwarding no
MaxAuthTries 3
LoginGraceTime 20
ClientAliveInterval 300
ClientAliveCountMax 2
LogLevel VERBOSE
CONFIG
sshd -t
systemctl reload sshd

# psql, pg_dump and pg_restore; automatic security updates.
dnf --assumeyes install postgresql17 dnf-automatic
sed -i 's/^upgrade_type = .*/upgrade_type = security/; s/^apply_updates = .*/apply_updates = yes/' /etc/dnf/automatic.conf
systemctl enable --now dnf-automatic.timer
