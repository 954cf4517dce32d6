package com.cloudbees.plugins.credentials.domains;

public class HostnameRequirement extends DomainRequirement {
    private static final long serialVersionUID = 1L;

    public HostnameRequirement(String hostname) {}
}
