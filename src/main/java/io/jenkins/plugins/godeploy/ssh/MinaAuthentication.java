package io.jenkins.plugins.godeploy.ssh;

import java.io.IOException;
import java.util.List;
import org.apache.sshd.client.session.ClientUserAuthService;
import org.apache.sshd.client.session.ClientUserAuthServiceFactory;
import org.apache.sshd.common.Service;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.buffer.Buffer;

/** MINA's authentication, which keeps what the host answered last: MINA itself tells only that it failed. */
final class MinaAuthentication extends ClientUserAuthServiceFactory {
    private volatile List<String> methods = List.of();
    private volatile boolean partial;

    /** The ways that the host would take; empty if it has not said. */
    List<String> methods() {
        return methods;
    }

    /** Whether it has accepted the key and wants more. */
    boolean partial() {
        return partial;
    }

    private void keep(Buffer failure) {
        int start = failure.rpos();
        methods = List.of(failure.getString().split(","));
        partial |= failure.getBoolean();
        failure.rpos(start);
    }

    @Override
    public Service create(Session session) throws IOException {
        return new ClientUserAuthService(session) {
            @Override
            public void process(int cmd, Buffer buffer) throws Exception {
                if (cmd == SshConstants.SSH_MSG_USERAUTH_FAILURE) {
                    keep(buffer);
                }
                super.process(cmd, buffer);
            }
        };
    }
}
