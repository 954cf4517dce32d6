# Gives the lock back. A watcher that still has something to put back goes on.
unlock_now() {
	lock_check
	if [ "$(field "$state/switch" token)" = "$token" ] && [ "$(field "$state/switch" moved)" = no ]; then disarm; fi
	lock_write free 0
}
guarded unlock_now || exit
rm -rf "$path/releases/.incoming-$token"-*
