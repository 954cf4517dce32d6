# One TCP connection by a tool of the host. Variables: health_address, health_port, health_seconds.
if has python3; then
	if python3 -c 'import socket, sys; socket.create_connection((sys.argv[1], int(sys.argv[2])), float(sys.argv[3])).close()' \
		"$health_address" "$health_port" "$health_seconds" 2>/dev/null; then out open yes; else out open no; fi
elif has nc; then
	if limited "$health_seconds" nc -z "$health_address" "$health_port" 2>/dev/null; then out open yes; else out open no; fi
else refuse no-tcp-tool python3; fi
