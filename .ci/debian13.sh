#!/bin/bash
# debian13.sh [-a amd64|arm64] [-k] 'COMMAND'
# Runs COMMAND as root in a freshly laid out Debian 13 with nothing installed; its working directory is
# a copy of the committed tree. Debian 13 packages Swift 6.0.3 (`swiftlang`) for amd64 and arm64, so this
# is the machine that the README's two commands are for. Another architecture runs under qemu-user:
# correct, but more than ten times slower.
#   -k  keep the system of the last run with its packages, instead of laying out a new one
# `sudo` exists inside and does nothing. Needs root, and apt for what is missing here.
set -euo pipefail

architecture=$(dpkg --print-architecture) keep=
while getopts a:k option; do
  case $option in a) architecture=$OPTARG ;; k) keep=yes ;; *) exit 64 ;; esac
done
shift $((OPTIND - 1))
command=${1:?"say what to run"}

tree=$(git -C "$(dirname "$0")" rev-parse --show-toplevel)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/compaction-lab
base=$cache/debian13-$architecture.tar
system=$cache/debian13-$architecture
packages=/packages/mirror

need() { command -v "$1" >/dev/null || apt-get install -y -qq "$2" >/dev/null; }

# Lazily: what the command left running must not make a good run fail.
leave() {
  for folder in "$packages" /dev /proc; do
    if mountpoint -q "$system$folder"; then umount --lazy "$system$folder"; fi
  done
}

# Never removes or packs what is only mounted there.
lay_out() {
  leave
  rm -rf --one-file-system "$system"
  if [ ! -f "$base" ]; then
    need debootstrap debootstrap
    debootstrap --arch="$architecture" --variant=minbase trixie "$system" "$archive" >"$cache/debootstrap.log" 2>&1 ||
      { tail -n 5 "$cache/debootstrap.log" >&2; exit 69; }
    tar -C "$system" --exclude='./proc/*' --exclude='./dev/*' -cf "$base.part" .
    mv "$base.part" "$base"
  else
    mkdir -p "$system"
    tar -C "$system" -xpf "$base"
  fi
}

foreign() {
  need qemu-aarch64-static qemu-user-static
  need update-binfmts binfmt-support
  mountpoint -q /proc/sys/fs/binfmt_misc || mount -t binfmt_misc binfmt_misc /proc/sys/fs/binfmt_misc
  update-binfmts --enable qemu-aarch64 >/dev/null 2>&1 || true
}

# The archive that this machine's apt uses, and the folder in which its git finds packages, if it does.
archive=$(apt-get indextargets --format '$(RELEASE) $(REPO_URI)' | sort -u |
  awk '$1 ~ /^(bookworm|trixie)$/ { print $2; exit }')
archive=${archive:-http://deb.debian.org/debian}
mirror=$(git config --get-regexp '^url\..*\.insteadof$' '^https://github.com/$' |
  sed -n 's/^url\.\(\/.*\)\.insteadof .*/\1/p' | head -n 1 || true)

mkdir -p "$cache"
# One run at a time: another would take this one's mounts away.
exec 9>"$cache/lock"
flock -n 9 || { echo "another run is using $cache: waiting for it" >&2; flock 9; }
trap leave EXIT
[ "$architecture" = "$(dpkg --print-architecture)" ] || foreign
if [ -z "$keep" ] || [ ! -d "$system/root" ]; then lay_out; fi

mkdir -p "$system"/{proc,dev,root}
for folder in /proc /dev; do
  mountpoint -q "$system$folder" || mount --bind "$folder" "$system$folder"
done
printf '#!/bin/sh\nexec "$@"\n' >"$system/usr/local/bin/sudo"
chmod 755 "$system/usr/local/bin/sudo"
printf '[safe]\n\tdirectory = *\n' >"$system/root/.gitconfig"
if [ -n "$mirror" ]; then
  mkdir -p "$system$packages"
  mountpoint -q "$system$packages" || mount --bind "$mirror" "$system$packages"
  printf '[url "%s/"]\n\tinsteadOf = https://github.com/\n' "$packages" >>"$system/root/.gitconfig"
fi
cp /etc/resolv.conf "$system/etc/resolv.conf" 2>/dev/null || true
rm -rf "$system/root/project"
mkdir -p "$system/root/project"
git -C "$tree" archive HEAD | tar -C "$system/root/project" -xf -

chroot "$system" /usr/bin/env -i HOME=/root PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin \
  LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive TERM=dumb \
  sh -c "apt-get update -qq && cd /root/project && $command" </dev/null 9>&-
