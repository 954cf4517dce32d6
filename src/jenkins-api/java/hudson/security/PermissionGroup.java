package hudson.security;

import org.jvnet.localizer.Localizable;

public final class PermissionGroup implements Iterable<Permission>, Comparable<PermissionGroup> {
    public PermissionGroup(Class owner, Localizable title) throws IllegalStateException {}

    @Override
    public native java.util.Iterator<Permission> iterator();

    @Override
    public native int compareTo(PermissionGroup that);
}
