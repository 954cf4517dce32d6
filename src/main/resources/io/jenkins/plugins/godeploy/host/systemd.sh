# Services that systemd runs. Variables: units (blank-separated), scope (system or user).

if [ "$scope" = user ]; then
	XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR:-/run/user/$(id -u)}
	export XDG_RUNTIME_DIR
	scope_option=--user
else
	scope_option=--system
fi
main_unit=${units%% *}

ctl() { systemctl "$scope_option" --no-pager --no-ask-password "$@"; }

# The sudoers lines name exact arguments, so nothing but verb and unit is given
ctl_change() {
	if [ "$scope" = user ]; then systemctl --user "$@"
	elif [ "$(id -u)" = 0 ]; then systemctl "$@"
	else sudo -n systemctl "$@"; fi
}

show() { ctl show -p "$2" "$1" 2>/dev/null | sed -n "s/^$2=//p" | head -n 1; }

svc_look() {
	has systemctl || refuse no-systemd "systemctl"
	if [ "$scope" = user ] && ! ctl show -p Version >/dev/null 2>&1; then refuse no-user-manager "$(id -un)"; fi
	for unit in $units; do
		load=$(show "$unit" LoadState)
		case $load in
		loaded) ;;
		masked) refuse unit-masked "$unit" ;;
		bad-setting | error) refuse unit-wrong "$unit" ;;
		*) refuse no-unit "$unit" ;;
		esac
		exec_path=$(ctl show -p ExecStart "$unit" | sed -n 's/^ExecStart={ path=\([^ ]*\) ;.*/\1/p' | head -n 1)
		case $exec_path in
		"$path"/current/*) ;;
		*)
			out unit "$unit"
			out fragment "$(show "$unit" FragmentPath)"
			out exec "$exec_path"
			refuse exec-elsewhere "$(ctl show -p ExecStart "$unit" | sed -n 's/^ExecStart={ path=[^ ]* ; argv\[\]=\(.*\) ; ignore_errors=.*/\1/p' | head -n 1)"
			;;
		esac
		if [ "$scope" = system ] && [ "$(id -u)" != 0 ]; then
			has sudo || refuse no-sudo "$unit"
			for verb in restart stop reset-failed; do
				sudo_said=$(sudo -n -l systemctl "$verb" "$unit" 2>&1) || refuse sudo "$(id -un) $verb $unit"
			done
		fi
	done
	out unit-user "$(show "$main_unit" User)"
}

svc_pid() { show "$main_unit" MainPID; }
svc_restarts() {
	restarts_sum=0
	for unit in $units; do
		restarts_one=$(show "$unit" NRestarts)
		restarts_sum=$((restarts_sum + ${restarts_one:-0}))
	done
	printf '%s' "$restarts_sum"
}
svc_invocation() { for unit in $units; do printf '%s.' "$(show "$unit" InvocationID)"; done; }
svc_active() {
	for unit in $units; do [ "$(show "$unit" ActiveState)" = active ] || return 1; done
}
# Whether a unit has ended by itself; with Restart= it comes up again and would look as if it were about to start
svc_crashed() {
	for unit in $units; do
		case $(show "$unit" ActiveState)/$(show "$unit" SubState) in
		failed/* | */auto-restart*) return 0 ;;
		esac
	done
	return 1
}
svc_why() {
	for unit in $units; do
		printf '%s is %s (%s), result %s, exit status %s; ' "$unit" "$(show "$unit" ActiveState)" "$(show "$unit" SubState)" \
			"$(show "$unit" Result)" "$(show "$unit" ExecMainStatus)"
	done
}
# Clears the start limit (5 starts in 10 s by default), which would make systemd refuse the restart
svc_reset() {
	for unit in $units; do
		reset_said=$(ctl_change reset-failed "$unit" 2>&1) && continue
		case $reset_said in
		# Neither running nor enabled, so systemd has forgotten it, and with it any limit
		*"not loaded"*) ;;
		*)
			printf '%s\n' "$reset_said"
			return 1
			;;
		esac
	done
}
svc_restart() { for unit in $units; do ctl_change restart "$unit" || return 1; done; }
svc_stop() { for unit in $units; do ctl_change stop "$unit" || return 1; done; }
# Milliseconds between the end of the old process and the start of the new one; empty when that is not known
svc_gap() {
	gap_exit=$(show "$main_unit" InactiveEnterTimestampMonotonic)
	gap_enter=$(show "$main_unit" ExecMainStartTimestampMonotonic)
	if [ "${gap_exit:-0}" -gt 0 ] && [ "${gap_enter:-0}" -ge "$gap_exit" ]; then printf '%s' $(((gap_enter - gap_exit) / 1000)); fi
}
svc_mark() { show "$main_unit" InactiveEnterTimestampMonotonic; }
svc_started_through() {
	ctl show -p ExecStart "$main_unit" | grep -q "^ExecStart={ path=$path/current/"
}
svc_log() { # SECONDS
	for unit in $units; do
		if [ "$scope" = user ]; then log_scope=--user-unit; else log_scope=--unit; fi
		limited 10 journalctl --no-pager -q -o cat -n 20 --since "-$1 seconds" "$log_scope" "$unit" 2>&1 || out log-refused "$(id -un)"
	done
}
