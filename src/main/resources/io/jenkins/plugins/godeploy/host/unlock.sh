# Gives the lock back where nothing was switched.
unlock_now() {
	lock_check
	if [ "$(field "$state/switch" token)" = "$token" ]; then rm -f "$state/switch" "$state"/watcher-*; fi
	lock_write free 0
}
guarded unlock_now || exit
rm -rf "$path/releases/.incoming-$token"
