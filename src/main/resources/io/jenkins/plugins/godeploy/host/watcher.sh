# Runs detached on the host from the switch on. Unless the deployment settles or renews in time, puts the old release back.
# Variables: token, return_to, release, rename.

: >"$state/watcher-$token.ready"
mine() { [ "$(field "$state/switch" state)" = armed ] && [ "$(field "$state/switch" token)" = "$token" ]; }
watcher_return() {
	mine || exit 0
	[ "$(uptime_now)" -ge "$(field "$state/switch" deadline)" ] || exit 1
	# A deployment that has taken over decides itself, for as long as it lives
	if [ "$(field "$path/lock" token)" != "$token" ] && [ "$(field "$path/lock" state)" = held ] &&
		[ "$(uptime_now)" -lt "$(field "$path/lock" expires)" ]; then exit 1; fi
	# Where current was never moved the old process serves on, and is left alone
	if [ "$(field "$state/switch" moved)" = yes ] && [ "$(current_id)" = "$release" ]; then
		watcher_why="no word from the deployment"
		journal returning "$release" "$return_to" "$watcher_why"
		if [ -n "$return_to" ]; then
			point "$return_to"
			svc_reset
			svc_restart || watcher_why="$watcher_why; the service did not start"
		else
			svc_stop || watcher_why="$watcher_why; the service did not stop"
			rm -f "$path/current"
		fi
		journal returned "$release" "$return_to" "$watcher_why"
	fi
	sed 's/^state armed/state returned/' "$state/switch" | put "$state/switch"
	[ "$(field "$path/lock" token)" != "$token" ] || lock_write free 0
}
while mine; do
	if [ "$(uptime_now)" -ge "$(field "$state/switch" deadline)" ]; then
		(guarded watcher_return) >/dev/null 2>&1 && break
	fi
	sleep 1
done
rm -f "$state/watcher-$token" "$state/watcher-$token.ready"
