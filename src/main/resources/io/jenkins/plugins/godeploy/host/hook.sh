# Runs a hook of the user's. Variables: hook_command, hook_seconds, hook_once (what to remember once it has passed; empty:
# nothing), and what it finds in its environment, as hook_service and so on.

# It may take longer than a lease, and nobody renews while it runs. After the end there is no lock any more.
hook_lease() { lease "$1"; }
[ -z "$token" ] || guarded hook_lease "$((hook_seconds + lease_seconds))" || exit

GO_DEPLOY_SERVICE=$hook_service GO_DEPLOY_ENVIRONMENT=$hook_environment GO_DEPLOY_KIND=$hook_kind
GO_DEPLOY_VERSION=$hook_version GO_DEPLOY_RELEASE=$hook_release GO_DEPLOY_BEFORE=$hook_before
GO_DEPLOY_HOST=$hook_host GO_DEPLOY_ADDRESS=$hook_address GO_DEPLOY_PATH=$hook_path
GO_DEPLOY_PHASE=$hook_phase GO_DEPLOY_WHEN=$hook_when
GO_DEPLOY_DEPLOYMENT=$hook_deployment GO_DEPLOY_ACTOR=$hook_actor GO_DEPLOY_URL=$hook_url
export GO_DEPLOY_SERVICE GO_DEPLOY_ENVIRONMENT GO_DEPLOY_KIND GO_DEPLOY_VERSION GO_DEPLOY_RELEASE GO_DEPLOY_BEFORE
export GO_DEPLOY_HOST GO_DEPLOY_ADDRESS GO_DEPLOY_PATH GO_DEPLOY_PHASE GO_DEPLOY_WHEN
export GO_DEPLOY_DEPLOYMENT GO_DEPLOY_ACTOR GO_DEPLOY_URL

hook_began=$(uptime_now)
hook_said=$({
	cd "$path" && limited "$hook_seconds" sh -c "$hook_command" </dev/null 2>&1
	printf '\n%s\n' $?
} | tail -n 42 | cut -c 1-500)
hook_status=${hook_said##*"$nl"}
printf '%s\n' "${hook_said%"$nl"*}" | while IFS= read -r line_text; do [ -z "$line_text" ] || out said "$line_text"; done
out status "$hook_status"
if [ "$hook_status" != 0 ]; then
	[ "$(($(uptime_now) - hook_began))" -lt "$hook_seconds" ] || out late yes
elif [ -n "$hook_once" ]; then guarded remember "$hook_once" || exit; fi
[ -z "$token" ] || guarded hook_lease "$lease_seconds" || exit
