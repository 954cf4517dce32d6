package hudson.model;

import net.sf.json.JSONObject;
import org.kohsuke.stapler.StaplerRequest2;

public abstract class Descriptor<T extends Describable<T>> {
    protected Descriptor() {}

    protected Descriptor(Class<? extends T> type) {}

    public native String getDisplayName();

    public native T newInstance(StaplerRequest2 request, JSONObject form) throws FormException;

    public static class FormException extends Exception {
        private static final long serialVersionUID = 1L;

        private FormException() {}
    }
}
