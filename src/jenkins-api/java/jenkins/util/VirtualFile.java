package jenkins.util;

import java.io.IOException;
import java.io.InputStream;

public abstract class VirtualFile {
    protected VirtualFile() {}

    public abstract VirtualFile child(String relative);

    public abstract boolean isFile() throws IOException;

    public abstract InputStream open() throws IOException;
}
