# The deployer lives.
renew_lease() { lease "$lease_seconds"; }
guarded renew_lease || exit
