# Services that plain commands start and stop. Variables: start_command, stop_command, status_command, pid_file.

# What it starts must not hold the guard, which is descriptor 9
in_path() { (cd "$path" && sh -c "$1" </dev/null 9>&-); }

svc_look() { :; }
# As in systemd.sh. A command may start anything, so nothing is known to go through current: only the process' own
# executable tells.
svc_know() {
	run_active=no run_crashed=no run_restarts=0 run_pid='' run_through=no run_ended='' run_started=''
	if run_why=$(in_path "$status_command" 2>&1); then run_active=yes; fi
	[ -z "$pid_file" ] || run_pid=$(cd "$path" && head -n 1 "$pid_file" 2>/dev/null | tr -cd '0-9')
	run_invocation=$run_pid
}
svc_reset() { :; }
svc_restart() {
	in_path "$stop_command" || return 1
	# What it starts in the background must not hold this session's streams
	in_path "$start_command" >>"$state/start.log" 2>&1
}
svc_down() { false; }
svc_stop() { in_path "$stop_command"; }
svc_log() { tail -n 20 "$state/start.log" 2>/dev/null; }
