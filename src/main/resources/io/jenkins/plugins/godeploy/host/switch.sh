# Moves current to the release and restarts the service, guarded by a watcher that puts the old release back.
# Variables: release, before (what current is expected to be), return_to (what serves if this one fails; empty: nothing),
# sums (as in prove), watcher (its text), detach, boot (linger: it is started again after a reboot), rename, switch_seconds.

[ -d "$path/releases/$release" ] || refuse not-here "$release"
whole "$path/releases/$release" || refuse damaged "$release"

# Clears the start limit, and shows before anything changes that the service may be controlled
switch_said=$(svc_reset 2>&1) || refuse control "$switch_said"

# A return of this deployment that came first, over another connection, is the last word
switch_check() {
	lock_check
	[ "$(cat "$state/returning" 2>/dev/null)" != "$token" ] || refuse too-late "$release"
}

switch_arm() {
	switch_check
	[ "$(current_id)" = "$before" ] || refuse changed "$(current_id)"
	switch_until=$(($(uptime_now) + switch_seconds))
	lock_write held "$((switch_until + lock_grace))"
	printf 'state armed\nmoved no\ntoken %s\nrelease %s\nbefore %s\nboot %s\ndeadline %s\n' \
		"$token" "$release" "$return_to" "$(boot_id)" "$switch_until" | put "$state/switch"
}
guarded switch_arm || exit

if [ -n "$detach" ]; then
	rm -f "$state"/watcher-*
	if [ "$boot" = linger ]; then
		mkdir -p "$boot_units/default.target.wants" &&
			printf '[Unit]\nDescription=Puts the release before of %s back, unless its deployment settles\n[Service]\nExecStart=/bin/sh %s\n[Install]\nWantedBy=default.target\n' \
				"$path" "$state/watcher-$token" | put "$boot_units/$boot_unit" &&
			ln -sf "../$boot_unit" "$boot_units/default.target.wants/$boot_unit" || {
			guarded disarm
			refuse no-watcher "$boot_units"
		}
	fi
	# Half a watcher would say that it is ready, and return nothing
	printf '%s\n' "$watcher" | put "$state/watcher-$token" || refuse no-watcher "$detach"
	case $detach in
	setsid) setsid sh "$state/watcher-$token" </dev/null >/dev/null 2>&1 & ;;
	systemd-run) systemd-run --user --quiet --collect sh "$state/watcher-$token" </dev/null >/dev/null 2>&1 ;;
	esac
	switch_tries=0
	until [ -e "$state/watcher-$token.ready" ]; do
		switch_tries=$((switch_tries + 1))
		if [ "$switch_tries" -gt 50 ]; then
			guarded disarm
			refuse no-watcher "$detach"
		fi
		sleep 0.1 2>/dev/null || sleep 1
	done
fi

svc_know
switch_ended=$run_ended switch_invocation=$run_invocation switch_pid=$run_pid
switch_move() {
	switch_check
	journal switching "$release" "$return_to" || refuse journal "$path/journal.jsonl"
	# Said before it is done: in between a return does no harm, and without it none would come
	sed 's/^moved no/moved yes/' "$state/switch" | put "$state/switch" || refuse path-not-writable "$(id -un)"
	# A host that loses its power right now has to know what to put back
	limited 20 sync "$state/switch" "$state"/watcher-* "$boot_units"/go-deploy* 2>/dev/null || :
	point "$release" || refuse path-not-writable "$(id -un)"
}
guarded switch_move || exit
out moved yes
switch_renew() { lease "$lease_seconds"; }
switch_said=$(svc_restart 2>&1) || {
	svc_know
	out why "$run_why"
	# Whoever is to take it back does so soon, or the watcher does
	(guarded switch_renew) >/dev/null || :
	refuse restart "$switch_said"
}
wait_active
tell_running
if [ "$run_invocation" != "$switch_invocation" ] && [ "$run_pid" != "$switch_pid" ]; then out new yes; else out new no; fi
# The gap is that of this restart only if the old process ended since
if [ -n "$run_ended" ] && [ "$run_ended" != "$switch_ended" ] && [ "$run_started" -ge "$run_ended" ]; then
	out gap "$(((run_started - run_ended) / 1000))"
fi
guarded switch_renew || exit
