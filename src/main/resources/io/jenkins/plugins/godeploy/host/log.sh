# The last lines of the service's log. Variables: log_seconds.
svc_log "$log_seconds" | tail -n 20 | while IFS= read -r log_line; do
	case $log_line in
	log-refused*) printf '%s\n' "$log_line" ;;
	*) out log "$log_line" ;;
	esac
done
