package jenkins.util;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collection;

public abstract class VirtualFile {
    protected VirtualFile() {}

    public abstract VirtualFile child(String relative);

    public abstract boolean isFile() throws IOException;

    public abstract InputStream open() throws IOException;

    public native Collection<String> list(String includes, String excludes, boolean useDefaultExcludes)
            throws IOException;

    public native URL toExternalURL() throws IOException;
}
