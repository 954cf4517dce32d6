# Runs detached on the host from the switch on. Unless the deployment settles or renews in time, puts the old release back.
# Variables: token, return_to, release, rename.

: >"$state/watcher-$token.ready"
mine() { [ "$(field "$state/switch" state)" = armed ] && [ "$(field "$state/switch" token)" = "$token" ]; }
rebooted() { [ "$(field "$state/switch" boot)" != "$(boot_id)" ]; }
over() { rebooted || [ "$(uptime_now)" -ge "$(field "$state/switch" deadline)" ]; }
watcher_return() {
	mine || exit 0
	over || exit 1
	# A deployment that has taken over decides itself, for as long as it lives
	if [ "$(field "$path/lock" token)" != "$token" ] && [ "$(field "$path/lock" state)" = held ] &&
		[ "$(field "$path/lock" boot)" = "$(boot_id)" ] && [ "$(uptime_now)" -lt "$(field "$path/lock" expires)" ]; then exit 1; fi
	# Where current was never moved the old process serves on, and is left alone
	if [ "$(field "$state/switch" moved)" = yes ] && [ "$(current_id)" = "$release" ]; then
		watcher_why="no word from the deployment"
		! rebooted || watcher_why="the host was rebooted before the deployment settled"
		journal returning "$release" "$return_to" "$watcher_why"
		if [ -n "$return_to" ]; then
			point "$return_to"
			# What has not been started yet since the boot starts through current, and waits for nobody
			if ! rebooted || ! svc_down; then
				svc_reset
				svc_restart || watcher_why="$watcher_why; the service did not start"
			fi
		else
			svc_stop || watcher_why="$watcher_why; the service did not stop"
			rm -f "$path/current"
		fi
		journal withdrawn "$release" "$return_to" "$watcher_why"
	fi
	sed 's/^state armed/state returned/' "$state/switch" | put "$state/switch"
	[ "$(field "$path/lock" token)" != "$token" ] || lock_write free 0
}
while mine; do
	if over; then
		(guarded watcher_return) >/dev/null 2>&1 && break
	fi
	sleep 1
done
rm -f "$state/watcher-$token" "$state/watcher-$token.ready"
# That of a deployment that has armed its own meanwhile stays
if ! grep -q "/watcher-$token\$" "$boot_units/$boot_unit" 2>/dev/null; then exit 0; fi
rm -f "$boot_units/default.target.wants/$boot_unit" "$boot_units/$boot_unit"
