package jenkins.util;

import java.time.Duration;

public class SystemProperties {
    private SystemProperties() {}

    public static native Duration getDuration(String name, Duration defaultValue);
}
