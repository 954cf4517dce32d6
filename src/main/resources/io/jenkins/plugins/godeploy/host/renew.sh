# The deployer lives.
renew_lease() {
	# Given back since this was asked: whoever needs it finds out
	[ "$(field "$path/lock" token)/$(field "$path/lock" state)" != "$token/free" ] || return 0
	lease "$lease_seconds"
}
guarded renew_lease || exit
