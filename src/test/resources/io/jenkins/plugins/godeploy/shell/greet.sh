# Greets.

	printf 'hello %s%s' "$name" "$nothing"
