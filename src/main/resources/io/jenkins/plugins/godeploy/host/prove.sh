# What runs now. Variables: release, sums (SHA-256 that its SHA256SUMS must have; empty: unknown).

tell_running
out current "$(current_id)"
if whole "$path/current"; then out files yes; else out files no; fi
out through "$run_through"
prove_exe=/proc/$run_pid/exe
if prove_sum=$(sha256sum <"$prove_exe" 2>/dev/null | sum_only) && [ -n "$prove_sum" ]; then
	if grep -q "^$prove_sum " "$path/releases/$release/SHA256SUMS"; then out exe same
	else
		# An interpreter that runs the release's script is no proof, a program of another release is proof of the contrary
		case $(readlink "$prove_exe") in
		"$path"/releases/*) out exe other ;;
		*) out exe foreign ;;
		esac
	fi
else
	out exe unreadable
fi
