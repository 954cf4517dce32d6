package io.jenkins.plugins.godeploy.jenkins.permission;

import hudson.Extension;
import hudson.ExtensionPoint;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import jenkins.model.Jenkins;

/**
 * What may be granted on a job, or on a folder for all jobs in it. An extension, since Jenkins initialises the classes of
 * extensions before it reads who has which permission.
 */
@Extension
public final class DeployPermissions implements ExtensionPoint {
    /** Beside those of Jenkins where permissions are granted. */
    public static final PermissionGroup GROUP =
            new PermissionGroup(DeployPermissions.class, Messages._DeployPermissions_title());

    /** To deploy a release, an older one as well; to plan it, since a plan logs in to the hosts. */
    public static final Permission DEPLOY = new Permission(
            GROUP, "Deploy", Messages._DeployPermissions_deploy(), Jenkins.ADMINISTER, PermissionScope.ITEM);

    /** To go back to a release that is on the hosts. */
    public static final Permission ROLLBACK = new Permission(
            GROUP, "Rollback", Messages._DeployPermissions_rollback(), Jenkins.ADMINISTER, PermissionScope.ITEM);
}
