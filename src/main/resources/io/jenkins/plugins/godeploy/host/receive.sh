# Receives a release on standard input, a tar in gzip, and puts it into its folder once it is whole.
# Variables: release, replace (yes: a damaged folder of that name is put aside first).

lock_check
# An attempt whose connection was lost may still end: what it cleans up is its own
receive_into=$path/releases/.incoming-$token-$$
mkdir -p "$path/releases" || refuse path-not-writable "$(id -un)"
# What an earlier attempt left there has a lower token and will never be finished
rm -rf "$path"/releases/.incoming-* "$path"/releases/.trash-*
mkdir "$receive_into" && cd "$receive_into" || refuse path-not-writable "$(id -un)"

receive_failed() {
	cd /
	rm -rf "$receive_into"
	refuse "$1" "$2"
}

# The first complaint is the cause, what follows is its consequence; all are read, or tar would end at the second one.
# Without -m it would complain of each file where the host's clock is behind.
receive_said=$(gzip -dc 2>/dev/null | tar -xmpof - 2>&1 | sed -n 1p)
# Reads what tar left, so that the sender is not stopped by a full window
cat >/dev/null
if ! receive_bad=$(sha256sum -c SHA256SUMS 2>/dev/null); then
	case $receive_said in
	*"No space left"* | *quota*) receive_failed disk-full "$receive_said" ;;
	*) receive_failed not-whole "$(printf '%s\n' "$receive_bad" | grep -v ': OK$' | head -n 1) $receive_said" ;;
	esac
fi
# Only these files: a bare sync would wait for every disk of the host
limited 60 find . -type f -exec sync {} + 2>/dev/null || :

receive_done() {
	lock_check
	if [ -d "$path/releases/$release" ]; then
		if [ "$replace" = yes ]; then
			[ "$(current_id)" != "$release" ] || refuse damaged-current "$release"
			mv "$path/releases/$release" "$path/releases/.trash-$token" || refuse path-not-writable "$(id -un)"
		else
			rm -rf "$receive_into"
			return 0
		fi
	fi
	mv "$receive_into" "$path/releases/$release" || refuse path-not-writable "$(id -un)"
	limited 60 sync "$path/releases" 2>/dev/null || :
}
guarded receive_done || exit
rm -rf "$path/releases/.trash-$token"
out received "$release"
