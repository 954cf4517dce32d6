# What is on the host; with take=yes also takes the lock. Changes nothing else.
# Variables: take, release (ID that is wanted, may be empty), sums (as in prove).

out system "$(uname -s)"
out machine "$(uname -m)"
out user "$(id -un)"

for tool in tar gzip sha256sum mv ln readlink mktemp; do
	has "$tool" || refuse no-tool "$tool"
done
[ -r /proc/uptime ] || refuse no-tool /proc

[ -e "$path" ] || refuse no-path "$path"
[ -d "$path" ] || refuse path-not-folder "$path"
[ -w "$path" ] && [ -x "$path" ] || refuse path-not-writable "$(id -un)"
if [ -e "$path/current" ] && [ ! -h "$path/current" ]; then refuse current-not-link "$path/current"; fi
# A return could not point current at anything else again
if [ -h "$path/current" ]; then
	look_link=$(readlink "$path/current")
	case ${look_link#"$path/"} in
	releases/*/*) refuse current-elsewhere "$look_link" ;;
	releases/?*) ;;
	*) refuse current-elsewhere "$look_link" ;;
	esac
fi

svc_look

# Which tool can rename over a symbolic link to a folder: tried, not guessed
look_probe=$(mktemp -d "$path/.probe.XXXXXX") || refuse path-not-writable "$(id -un)"
rename=
for tool in mv python3 perl; do
	(
		path=$look_probe
		rename=$tool
		mkdir -p "$path/releases/a" "$path/releases/b" && point a && point b && [ "$(current_id)" = b ]
	) >/dev/null 2>&1 && rename=$tool && break
done
rm -rf "$look_probe"
[ -n "$rename" ] || refuse no-rename "$path"
out rename "$rename"

# Whether a detached process outlives the SSH session
detach=setsid
has setsid || detach=
if has busctl && [ "$(busctl get-property org.freedesktop.login1 /org/freedesktop/login1 org.freedesktop.login1.Manager KillUserProcesses 2>/dev/null)" = "b true" ] && [ "$(id -u)" != 0 ]; then
	detach=
	if has systemd-run && [ -e "/var/lib/systemd/linger/$(id -un)" ]; then detach=systemd-run; fi
fi
out detach "$detach"
# Whether a watcher of ours is started again after a reboot: a user's systemd does that, where it runs without a login
if [ -e "/var/lib/systemd/linger/$(id -un)" ] && has systemctl &&
	XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR:-/run/user/$(id -u)} systemctl --user show -p Version >/dev/null 2>&1; then out boot linger; fi

out free "$(df -Pk "$path" | awk 'NR == 2 { print $4 }')"
out current "$(current_id)"
for folder in "$path"/releases/*/; do
	[ -f "$folder/SHA256SUMS" ] || continue
	folder=${folder%/}
	out installed "${folder##*/}"
done
[ ! -f "$path/pinned" ] || while read -r pin; do out pinned "$pin"; done <"$path/pinned"
if [ -n "$release" ] && [ -d "$path/releases/$release" ]; then
	if whole "$path/releases/$release"; then out present yes; else out present damaged; fi
fi
# What was proved good and what failed, oldest first
[ ! -f "$path/journal.jsonl" ] ||
	sed -n 's/^{"seq":[0-9]*,"at":"[^"]*","event":"\(settled\|returned\)","release":"\([^"]*\)".*/\1 \2/p' "$path/journal.jsonl" | tail -n 500 |
	while read -r line; do out event "$line"; done
out head "$(journal_head)"
[ ! -f "$state/once" ] || while read -r line; do out once "$line"; done <"$state/once"
tell_running
# The process that was proved when the journal last said settled, if it still runs
out proved "$(field "$state/proved" release) $(field "$state/proved" invocation)"

# A switch that was armed and never settled: what served before it is the last known good release
if [ "$(field "$state/switch" state)/$(field "$state/switch" moved)" = armed/yes ]; then out unsettled "$(field "$state/switch" before)"; fi

look_lock() {
	look_token=$(field "$path/lock" token)
	if [ -z "$look_token" ] && [ -s "$path/journal.jsonl" ]; then
		look_token=$(tail -n 1 "$path/journal.jsonl" | sed -n 's/.*"token":\([0-9]*\).*/\1/p')
	fi
	if [ "$(field "$path/lock" state)" = held ] && [ "$(field "$path/lock" deployment)" != "$deployment" ] &&
		[ "$(field "$path/lock" boot)" = "$(boot_id)" ] && [ "$(uptime_now)" -lt "$(field "$path/lock" expires)" ]; then
		out holder "$(field "$path/lock" owner)"
		out holder-url "$(field "$path/lock" url)"
		refuse locked "$(($(field "$path/lock" expires) - $(uptime_now)))"
	fi
	[ "$take" = yes ] || return 0
	token=$((${look_token:-0} + 1))
	lock_write held "$(($(uptime_now) + lease_seconds))" || refuse path-not-writable "$(id -un)"
	out token "$token"
}
if [ "$take" = yes ]; then guarded look_lock || exit; else look_lock; fi
