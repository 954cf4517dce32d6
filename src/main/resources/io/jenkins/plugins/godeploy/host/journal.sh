# The journal as it is, or its newest part. Variables: most (bytes).
[ ! -f "$path/journal.jsonl" ] || tail -c "$most" "$path/journal.jsonl" || refuse journal "$path/journal.jsonl"
