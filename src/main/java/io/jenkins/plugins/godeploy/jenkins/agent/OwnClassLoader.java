package io.jenkins.plugins.godeploy.jenkins.agent;

/**
 * Until closed, the current thread loads by this plugin's class loader: an SSH library that looks for its parts by
 * ServiceLoader finds them there alone.
 */
public final class OwnClassLoader implements AutoCloseable {
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    private OwnClassLoader() {}

    public static OwnClassLoader enter() {
        OwnClassLoader entered = new OwnClassLoader();
        Thread.currentThread().setContextClassLoader(OwnClassLoader.class.getClassLoader());
        return entered;
    }

    @Override
    public void close() {
        Thread.currentThread().setContextClassLoader(before);
    }
}
