package hudson.model;

import hudson.security.AccessControlled;

public abstract class Node implements AccessControlled {
    protected Node() {}

    public abstract String getNodeName();
}
