# One run of the user's health command. Variables: health_command, health_seconds.
health_said=$(cd "$path" && limited "$health_seconds" sh -c "$health_command" </dev/null 2>&1)
out status $?
printf '%s\n' "$health_said" | lines said
