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

# ask UNIT: all that is asked of a unit, in one call
ask() {
	asked=$nl$(ctl show -p LoadState,FragmentPath,ExecStart,ActiveState,SubState,Result,MainPID,NRestarts,InvocationID \
		-p ExecMainStatus,ExecMainStartTimestampMonotonic,InactiveEnterTimestampMonotonic "$1" 2>/dev/null)
}
# prop NAME: sets value, from the unit that was asked last
prop() {
	value=${asked#*"$nl$1="}
	if [ "$value" = "$asked" ]; then value=; else value=${value%%"$nl"*}; fi
}
# exec_of: sets exec_path and exec_argv, the program that the unit starts and its command line
exec_of() {
	prop ExecStart
	exec_path=${value#*"{ path="}
	exec_path=${exec_path%%" ;"*}
	exec_argv=${value#*"argv[]="}
	exec_argv=${exec_argv%%" ; ignore_errors="*}
}

svc_look() {
	has systemctl || refuse no-systemd "systemctl"
	# Without linger it ends with the last session, and the service with it
	if [ "$scope" = user ] && { [ ! -e "/var/lib/systemd/linger/$(id -un)" ] || ! ctl show -p Version >/dev/null 2>&1; }; then
		refuse no-user-manager "$(id -un)"
	fi
	for unit in $units; do
		ask "$unit"
		prop LoadState
		case $value in
		loaded) ;;
		masked) refuse unit-masked "$unit" ;;
		bad-setting | error) refuse unit-wrong "$unit" ;;
		*) refuse no-unit "$unit" ;;
		esac
		exec_of
		case $exec_path in
		"$path"/current/*) ;;
		*)
			prop FragmentPath
			out unit "$unit"
			out fragment "$value"
			out exec "$exec_path"
			refuse exec-elsewhere "$exec_argv"
			;;
		esac
		if [ "$scope" = system ] && [ "$(id -u)" != 0 ]; then
			has sudo || refuse no-sudo "$unit"
			for verb in restart stop reset-failed; do
				sudo_said=$(sudo -n -l systemctl "$verb" "$unit" 2>&1) || refuse sudo "$(id -un) $verb $unit"
			done
		fi
	done
}

# What runs now: sets run_active, run_crashed, run_why, run_restarts and run_invocation of all units together, and of the
# first one run_pid, run_through (whether it starts its program through current), run_ended and run_started (microseconds)
svc_know() {
	run_active=yes run_crashed=no run_why='' run_restarts=0 run_invocation=''
	for unit in $units; do
		ask "$unit"
		prop ActiveState
		run_state=$value
		prop SubState
		[ "$run_state" = active ] || run_active=no
		# With Restart= a unit that has ended by itself comes up again and would look as if it were about to start
		case $run_state/$value in failed/* | */auto-restart*) run_crashed=yes ;; esac
		run_why="$run_why$unit is $run_state ($value), result "
		prop Result
		run_why="$run_why$value, exit status "
		prop ExecMainStatus
		run_why="$run_why$value; "
		prop NRestarts
		run_restarts=$((run_restarts + ${value:-0}))
		prop InvocationID
		run_invocation=$run_invocation$value.
		if [ "$unit" = "$main_unit" ]; then
			prop MainPID
			run_pid=$value
			prop InactiveEnterTimestampMonotonic
			run_ended=$value
			prop ExecMainStartTimestampMonotonic
			run_started=$value
			exec_of
			case $exec_path in "$path"/current/*) run_through=yes ;; *) run_through=no ;; esac
		fi
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
# Whether nothing of it runs, has failed or is about to
svc_down() { [ -z "$(for unit in $units; do ask "$unit"; prop ActiveState; [ "$value" = inactive ] || echo "$unit"; done)" ]; }
svc_stop() { for unit in $units; do ctl_change stop "$unit" || return 1; done; }
svc_log() { # SECONDS
	for unit in $units; do
		if [ "$scope" = user ]; then log_scope=--user-unit; else log_scope=--unit; fi
		log_text=$(limited 10 journalctl --no-pager -q -o cat -n 20 --since "-$1 seconds" "$log_scope" "$unit" 2>&1)
		# journalctl fails only where it may read no journal at all, not even the user's own
		[ -n "$log_text" ] || log_text="$(id -un) sees nothing of $unit in the journal; reading it takes the group systemd-journal"
		printf '%s\n' "$log_text"
	done
}
