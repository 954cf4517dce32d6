package hudson.model;

import java.util.List;

public abstract class Cause {
    public Cause() {}

    public abstract String getShortDescription();

    public static class UserIdCause extends Cause {
        @Override
        public native String getShortDescription();

        public native String getUserId();
    }

    public static class UpstreamCause extends Cause {
        private UpstreamCause() {}

        @Override
        public native String getShortDescription();

        public native List<Cause> getUpstreamCauses();
    }
}
