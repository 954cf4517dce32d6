# The last lines of the service's log. Variables: log_seconds.
svc_log "$log_seconds" | lines log
