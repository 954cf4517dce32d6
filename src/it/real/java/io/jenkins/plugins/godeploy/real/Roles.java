package io.jenkins.plugins.godeploy.real;

import io.jenkins.plugins.godeploy.demo.Account;
import io.jenkins.plugins.godeploy.demo.Controller;
import java.io.IOException;

/**
 * Users who may do different things.
 *
 * @param deployer runs builds, deploys and rolls back
 * @param builder runs builds and may not deploy
 * @param reader reads jobs
 */
record Roles(Account deployer, Account builder, Account reader) {
    /** Null where Jenkins' users or permissions are kept elsewhere, so that none can be made. */
    static Roles create(Controller controller) throws IOException, InterruptedException {
        Roles roles = new Roles(Account.create("deployer"), Account.create("builder"), Account.create("reader"));
        String made = controller.session().groovy("""
                import hudson.model.Item
                import hudson.model.View
                import hudson.security.FullControlOnceLoggedInAuthorizationStrategy
                import hudson.security.GlobalMatrixAuthorizationStrategy
                import hudson.security.HudsonPrivateSecurityRealm
                import hudson.security.Permission
                import io.jenkins.plugins.godeploy.jenkins.permission.DeployPermissions
                import jenkins.model.Jenkins
                import org.jenkinsci.plugins.matrixauth.AuthorizationType
                import org.jenkinsci.plugins.matrixauth.PermissionEntry

                def jenkins = Jenkins.get()
                def strategy = jenkins.authorizationStrategy
                def fitting = [GlobalMatrixAuthorizationStrategy, FullControlOnceLoggedInAuthorizationStrategy]
                    .any { it.isInstance(strategy) }
                if (!(jenkins.securityRealm instanceof HudsonPrivateSecurityRealm) || !fitting) {
                    print 'no'
                    return
                }
                def matrix = new GlobalMatrixAuthorizationStrategy()
                def grant = { String user, List<Permission> permissions ->
                    permissions.each { matrix.add(it, new PermissionEntry(AuthorizationType.USER, user)) }
                }
                def read = [Jenkins.READ, Item.READ, View.READ]
                def build = read + [Item.BUILD, Item.CANCEL, Item.CONFIGURE, Item.CREATE]
                grant(Jenkins.getAuthentication2().name, [Jenkins.ADMINISTER])
                grant('deployer', build + [DeployPermissions.DEPLOY, DeployPermissions.ROLLBACK])
                grant('builder', build)
                grant('reader', read)
                [deployer: %1$s, builder: %2$s, reader: %3$s].each { user, password ->
                    jenkins.securityRealm.createAccount(user, password)
                }
                jenkins.authorizationStrategy = matrix
                jenkins.save()
                print 'yes'
                """.formatted(
                        Controller.text(roles.deployer.password()),
                        Controller.text(roles.builder.password()),
                        Controller.text(roles.reader.password())));
        return made.equals("yes") ? roles : null;
    }
}
