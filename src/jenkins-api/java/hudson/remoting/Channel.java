package hudson.remoting;

import java.io.IOException;

public abstract class Channel implements VirtualChannel {
    public static native Channel current();

    public native boolean isClosingOrClosed();

    public native void addListener(Listener listener);

    public native boolean removeListener(Listener listener);

    public abstract static class Listener {
        public Listener() {}

        public void onClosed(Channel channel, IOException cause) {}
    }
}
