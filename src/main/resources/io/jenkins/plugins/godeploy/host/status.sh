# Whether the service still runs as it did after the switch, and why not.
tell_running
out why "$run_why"
