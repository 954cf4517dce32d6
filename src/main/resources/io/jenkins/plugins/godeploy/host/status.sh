# Whether the service still runs as it did after the switch, and why not.
if svc_active; then out active yes; else out active no; fi
out pid "$(svc_pid)"
out restarts "$(svc_restarts)"
out invocation "$(svc_invocation)"
out why "$(svc_why)"
