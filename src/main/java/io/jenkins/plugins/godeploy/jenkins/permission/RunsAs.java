package io.jenkins.plugins.godeploy.jenkins.permission;

import hudson.model.User;
import hudson.security.ACL;
import java.io.Serializable;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** The authentication that a build runs as, in a form that outlives a restart. */
public final class RunsAs implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Null for Jenkins itself: no authentication is configured for builds. */
    private final String user;

    private RunsAs(String user) {
        this.user = user;
    }

    /** That of the current thread, which is the build's own. */
    public static RunsAs current() {
        Authentication current = Jenkins.getAuthentication2();
        return new RunsAs(current.equals(ACL.SYSTEM2) ? null : current.getName());
    }

    /** One that has no right of its own. */
    boolean isNobody() {
        return Jenkins.ANONYMOUS2.getName().equals(user);
    }

    /** Whether none is configured, so that the build has the rights of whoever started it. */
    boolean isSystem() {
        return user == null;
    }

    String name() {
        return user;
    }

    /** Anonymous for a user who is gone. */
    static Authentication authenticate(String user) {
        if (Jenkins.ANONYMOUS2.getName().equals(user)) {
            return Jenkins.ANONYMOUS2;
        }
        try {
            return User.getById(user, true).impersonate2();
        } catch (UsernameNotFoundException e) {
            return Jenkins.ANONYMOUS2;
        }
    }
}
