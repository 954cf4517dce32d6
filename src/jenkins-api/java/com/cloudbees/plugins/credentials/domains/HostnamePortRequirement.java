package com.cloudbees.plugins.credentials.domains;

public class HostnamePortRequirement extends HostnameRequirement {
    private static final long serialVersionUID = 1L;

    public HostnamePortRequirement(String hostname, int port) {
        super(hostname);
    }
}
