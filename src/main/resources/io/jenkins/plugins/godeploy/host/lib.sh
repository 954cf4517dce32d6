# What every phase needs. POSIX sh only: dash, bash and busybox run it.
# Variables: path (the service's folder), deployment, owner, url, token (empty before the lock is taken), lease_seconds.

LC_ALL=C
export LC_ALL
umask 022
PATH=$PATH:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
state=$path/.go-deploy
# Who listens may be gone; what was begun is ended all the same. Unlike '' this leaves children as they were.
trap : PIPE

# out KEY [VALUE...]: one line of the report; a line break inside a value becomes a space
out() {
	out_key=$1
	shift
	case $* in
	*[[:cntrl:]]*) printf '%s\t%s\n' "$out_key" "$(printf '%s' "$*" | tr '\n\t\r' '   ')" ;;
	*) printf '%s\t%s\n' "$out_key" "$*" ;;
	esac
}

# refuse CODE DETAIL: ends the phase; the engine makes the sentence
refuse() {
	out refused "$1"
	out detail "$2"
	exit 4
}

has() { command -v "$1" >/dev/null 2>&1; }

nl='
'

# Seconds since boot: unlike the wall clock it never jumps
uptime_now() {
	read -r up_now up_rest </proc/uptime
	printf '%s' "${up_now%%.*}"
}
boot_id() { cat /proc/sys/kernel/random/boot_id; }

# limited SECONDS COMMAND...: under timeout(1), which old busybox calls with -t
limited() {
	limit=$1
	shift
	if timeout -k 5 1 true 2>/dev/null; then timeout -k 5 "$limit" "$@"
	elif timeout 1 true 2>/dev/null; then timeout "$limit" "$@"
	elif has timeout; then timeout -t "$limit" "$@"
	else "$@"; fi
}

# guarded COMMAND...: nothing else that changes this service's state runs meanwhile. Refuses when it cannot be had.
guarded() {
	mkdir -p "$state" || return 1
	if has flock; then
		(
			flock -w 20 9 || refuse busy "$path"
			"$@"
		) 9>"$state/guard"
		return
	fi
	guard_tries=0
	until mkdir "$state/guard.d" 2>/dev/null; do
		guard_tries=$((guard_tries + 1))
		# Who took it writes boot and process; if that process is gone it will never give it back
		read -r guard_boot guard_pid 2>/dev/null <"$state/guard.d/owner" || guard_boot=
		if [ -n "$guard_boot" ]; then
			if [ "$guard_boot" != "$(boot_id)" ] || ! kill -0 "$guard_pid" 2>/dev/null; then
				mv "$state/guard.d" "$state/guard.stale.$$" 2>/dev/null && rm -rf "$state/guard.stale.$$"
				continue
			fi
		elif [ "$guard_tries" -gt 10 ]; then
			rmdir "$state/guard.d" 2>/dev/null
		fi
		[ "$guard_tries" -lt 40 ] || refuse busy "$path"
		sleep 1
	done
	# $$ would be the session's shell; this subshell's own parent is not known to POSIX sh
	printf '%s %s\n' "$(boot_id)" "$$" >"$state/guard.d/owner"
	(
		"$@"
	)
	guard_status=$?
	rm -rf "$state/guard.d"
	return $guard_status
}

# put FILE: replaces a file of ours in one step by what comes on standard input
put() {
	cat >"$1.new.$$" && mv -f "$1.new.$$" "$1"
}

# remember WHAT: a hook that has passed and does not run again
remember() {
	{
		tail -n 199 "$state/once" 2>/dev/null | grep -vFx "$1"
		printf '%s\n' "$1"
	} | put "$state/once"
}

# field FILE KEY: the value of a "key value" line
field() { sed -n "s/^$2 //p" "$1" 2>/dev/null | head -n 1; }

lock_write() { # STATE EXPIRES
	printf 'token %s\nstate %s\nboot %s\nexpires %s\ndeployment %s\nowner %s\nurl %s\n' \
		"$token" "$1" "$(boot_id)" "$2" "$deployment" "$owner" "$url" | put "$path/lock"
}

# Who has taken over since has a higher token; the older one's next phase ends here
lock_check() {
	[ "$(field "$path/lock" token)" = "$token" ] || refuse lock-lost "$(field "$path/lock" owner) $(field "$path/lock" url)"
	[ "$(field "$path/lock" state)" = held ] || refuse watcher-returned "$(current_id)"
}

# The lock outlives the watcher's deadline by this much, so that nobody takes a host that is about to return
lock_grace=20

# lease SECONDS: the lock, and an armed watcher with it, live on for that long
lease() {
	lock_check
	lease_until=$(($(uptime_now) + $1))
	lock_write held "$((lease_until + lock_grace))"
	if [ "$(field "$state/switch" state)" = armed ] && [ "$(field "$state/switch" token)" = "$token" ]; then
		sed "s/^deadline .*/deadline $lease_until/; s/^boot .*/boot $(boot_id)/" "$state/switch" | put "$state/switch"
	fi
}

# The unit of our own systemd that starts the watcher again after a reboot; no path has a colon
boot_units=${HOME:-/nonexistent}/.config/systemd/user
boot_unit=go-deploy$(printf '%s' "$path" | tr / :).service

# The switch is over, and nothing is to be put back any more
disarm() { rm -f "$state/switch" "$state"/watcher-* "$boot_units/default.target.wants/$boot_unit" "$boot_units/$boot_unit"; }

sum_only() { cut -d ' ' -f 1; }
sum() { sha256sum | sum_only; }

# whole FOLDER: it holds what its SHA256SUMS says, and that file is the one that was sent (where sums is known)
whole() {
	[ -z "$sums" ] || [ "$(sum <"$1/SHA256SUMS")" = "$sums" ] || return 1
	(cd "$1" && sha256sum -c SHA256SUMS) >/dev/null 2>&1
}

journal_head() { if [ -s "$path/journal.jsonl" ]; then tail -n 1 "$path/journal.jsonl" | sum; fi; }

journal_line() { # EVENT RELEASE BEFORE MESSAGE: the last one is JSON text already
	journal_prev=$(journal_head)
	journal_seq=$(($(wc -l 2>/dev/null <"$path/journal.jsonl" || echo 0) + 1))
	printf '{"seq":%s,"at":"%s","event":"%s","release":"%s","before":"%s","deployment":"%s","token":%s,"owner":"%s","url":"%s","message":"%s","prev":"%s"}\n' \
		"$journal_seq" "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$1" "$2" "$3" "$deployment_json" "${token:-0}" "$owner_json" "$url_json" \
		"$4" "$journal_prev" >>"$path/journal.jsonl"
}

# journal EVENT RELEASE BEFORE [MESSAGE]; a line that was torn by a power cut is closed first, and that is recorded
journal() {
	if [ -s "$path/journal.jsonl" ] && [ -n "$(tail -c 1 "$path/journal.jsonl")" ]; then
		printf '\n' >>"$path/journal.jsonl"
		journal_line repaired "" "" "the line before was torn"
	fi
	journal_line "$1" "$2" "$3" "${4:-}"
}

# current_id: what current names; empty when there is none
current_id() {
	[ -h "$path/current" ] || return 0
	current_to=$(readlink "$path/current")
	printf '%s' "${current_to##*/}"
}

# point RELEASE: moves current in one rename(2); `ln -sfn` would unlink first, and so would busybox
point() {
	rm -f "$path/.current.new"
	ln -s "releases/$1" "$path/.current.new" || return 1
	case $rename in
	mv) mv -fT "$path/.current.new" "$path/current" ;;
	python3) python3 -c 'import os, sys; os.rename(sys.argv[1], sys.argv[2])' "$path/.current.new" "$path/current" ;;
	perl) perl -e 'rename($ARGV[0], $ARGV[1]) or die "$!\n"' "$path/.current.new" "$path/current" ;;
	*) return 1 ;;
	esac
}

# lines KEY: the last lines of standard input, one report line each
lines() {
	tail -n 20 | while IFS= read -r line_text; do out "$1" "$line_text"; done
}

# What the service's manager says of it
tell_running() {
	svc_know
	out active "$run_active"
	out pid "$run_pid"
	out restarts "$run_restarts"
	out invocation "$run_invocation"
}

# Waits up to ten seconds for the service to become active after its start; a crash ends the wait
wait_active() {
	active_tries=0
	until svc_know && [ "$run_active" = yes ]; do
		active_tries=$((active_tries + 1))
		if [ "$run_crashed" = yes ] || [ "$active_tries" -gt 50 ]; then refuse inactive "$run_why"; fi
		sleep 0.2 2>/dev/null || sleep 1
	done
}
