# The deployer lives. Variables: lease_seconds.
renew_lease() { lease "$lease_seconds"; }
guarded renew_lease || exit
