# Puts the release before back, or stops the service where there was none.
# Variables: return_to, release (the one that failed), rename, switch_seconds, message (JSON text).

return_move() {
	lock_check
	lease "$switch_seconds"
	journal returning "$release" "$return_to" "$message"
	if [ -n "$return_to" ]; then point "$return_to" || refuse path-not-writable "$(id -un)"; fi
}
guarded return_move || exit
svc_reset >/dev/null 2>&1
if [ -z "$return_to" ]; then
	return_said=$(svc_stop 2>&1) || refuse restart "$return_said"
	rm -f "$path/current"
	out stopped yes
	exit 0
fi
return_said=$(svc_restart 2>&1) || refuse restart "$return_said"
return_tries=0
until svc_active; do
	return_tries=$((return_tries + 1))
	[ "$return_tries" -le 50 ] || refuse inactive "$(svc_why)"
	sleep 0.2 2>/dev/null || sleep 1
done
out pid "$(svc_pid)"
out restarts "$(svc_restarts)"
out invocation "$(svc_invocation)"
out new yes
