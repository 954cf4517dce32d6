package jenkins.scm.api;

import hudson.model.Item;
import java.io.Serializable;

public class SCMHead implements Serializable {
    private static final long serialVersionUID = 1L;

    public SCMHead(String name) {}

    public native String getName();

    public native SCMHeadOrigin getOrigin();

    public abstract static class HeadByItem {
        protected HeadByItem() {}

        public static native SCMHead findHead(Item item);
    }
}
