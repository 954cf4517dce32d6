# Services that plain commands start and stop. Variables: start_command, stop_command, status_command, pid_file.

# What it starts must not hold the guard, which is descriptor 9
in_path() { (cd "$path" && sh -c "$1" </dev/null 9>&-); }

svc_look() { :; }
svc_pid() {
	[ -n "$pid_file" ] || return 0
	(cd "$path" && head -n 1 "$pid_file" 2>/dev/null | tr -cd '0-9')
}
svc_restarts() { printf 0; }
svc_invocation() { svc_pid; }
svc_active() { in_path "$status_command" >/dev/null 2>&1; }
svc_crashed() { return 1; }
svc_why() { in_path "$status_command" 2>&1 | tail -n 3; }
svc_reset() { :; }
svc_restart() {
	in_path "$stop_command" || return 1
	# What it starts in the background must not hold this session's streams
	in_path "$start_command" >>"$state/start.log" 2>&1
}
svc_stop() { in_path "$stop_command"; }
svc_gap() { :; }
svc_mark() { :; }
# A command may start anything; only the process' own executable tells
svc_started_through() { return 1; }
svc_log() { tail -n 20 "$state/start.log" 2>/dev/null; }
