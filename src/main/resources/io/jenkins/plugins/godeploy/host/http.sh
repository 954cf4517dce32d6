# One HTTP GET by a tool of the host, where forwarding is prohibited. Variables: health_url, health_seconds.
if has curl; then out status "$(curl -q -g -s --noproxy '*' -o /dev/null -m "$health_seconds" -w '%{http_code}' "$health_url" 2>/dev/null)"
elif has python3; then
	out status "$(limited "$health_seconds" python3 -c '
import sys, urllib.error, urllib.request
class Stay(urllib.request.HTTPRedirectHandler): redirect_request = lambda *a: None
try: print(urllib.request.build_opener(urllib.request.ProxyHandler({}), Stay).open(sys.argv[1], timeout=float(sys.argv[2])).status)
except urllib.error.HTTPError as e: print(e.code)
except Exception: print(0)' "$health_url" "$health_seconds")"
elif has wget; then
	# wget tells only success or not
	if limited "$health_seconds" wget -q -O /dev/null "$health_url" 2>/dev/null; then out status 200; else out status 0; fi
else refuse no-http-tool curl; fi
