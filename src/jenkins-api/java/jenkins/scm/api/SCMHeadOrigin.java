package jenkins.scm.api;

import java.io.Serializable;

public abstract class SCMHeadOrigin implements Serializable {
    private static final long serialVersionUID = 1L;

    protected SCMHeadOrigin() {}

    public static class Fork extends SCMHeadOrigin {
        private static final long serialVersionUID = 1L;

        public Fork(String name) {}

        public native String getName();
    }
}
