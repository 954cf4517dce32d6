# Puts the release before back, or stops the service where there was none.
# Variables: return_to, release (the one that failed), rename, switch_seconds, message (JSON text).

return_move() {
	lock_check
	printf '%s\n' "$token" | put "$state/returning"
	[ "$(field "$state/switch" state)/$(field "$state/switch" moved)" = armed/yes ] || refuse not-switched "$release"
	lease "$switch_seconds"
	journal returning "$release" "$return_to" "$message"
	if [ -n "$return_to" ]; then point "$return_to" || refuse path-not-writable "$(id -un)"; fi
}
guarded return_move || exit
svc_reset >/dev/null 2>&1
if [ -z "$return_to" ]; then
	return_said=$(svc_stop 2>&1) || refuse stop "$return_said"
	rm -f "$path/current"
	out stopped yes
	exit 0
fi
return_said=$(svc_restart 2>&1) || refuse restart "$return_said"
wait_active
tell_running
out new yes
return_renew() { lease "$lease_seconds"; }
(guarded return_renew) >/dev/null || :
