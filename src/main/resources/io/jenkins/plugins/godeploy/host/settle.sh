# Ends a deployment on this host: disarms the watcher, writes the journal, prunes, gives the lock back.
# Variables: event (settled, returned, withdrawn or none), release, before, proved (ID of the release that was
# proved to serve now; empty for none), message (JSON text), prune (blank-separated IDs).

settle_all() {
	# Asked again, because the connection was lost before the answer came
	if [ "$(field "$path/lock" token)/$(field "$path/lock" state)" = "$token/free" ] && [ ! -e "$state/switch" ]; then
		out head "$(journal_head)"
		return 0
	fi
	lock_check
	if [ "$event" != none ]; then
		if [ "$event" = settled ] && [ "$(field "$state/switch" state)" = returned ]; then refuse watcher-returned "$(current_id)"; fi
		journal "$event" "$release" "$before" "$message" || refuse journal "$path/journal.jsonl"
		disarm
		if [ -n "$proved" ]; then
			svc_know
			printf 'release %s\ninvocation %s\n' "$proved" "$run_invocation" | put "$state/proved"
		else
			rm -f "$state/proved"
		fi
	fi
	for settle_id in $prune; do
		[ "$settle_id" != "$(current_id)" ] || continue
		mv "$path/releases/$settle_id" "$path/releases/.trash-$settle_id" && out pruned "$settle_id"
	done
	lock_write free 0
	out head "$(journal_head)"
}
guarded settle_all || exit
rm -rf "$path"/releases/.trash-* "$path/releases/.incoming-$token"-*
