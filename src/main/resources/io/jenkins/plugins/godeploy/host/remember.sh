# A hook that runs once has passed elsewhere. Variables: hook_once.
guarded remember "$hook_once" || exit
