package hudson;

import hudson.model.Computer;
import hudson.remoting.LocalChannel;
import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import org.jenkinsci.remoting.RoleSensitive;

public final class FilePath {
    public static final LocalChannel localChannel = null;

    public FilePath(FilePath base, String relative) {}

    public native String getRemote();

    public native VirtualChannel getChannel();

    public native Computer toComputer();

    public native FilePath child(String relative);

    public native boolean exists() throws IOException, InterruptedException;

    public native String readToString() throws IOException, InterruptedException;

    public native long length() throws IOException, InterruptedException;

    public native void copyFrom(InputStream in) throws IOException, InterruptedException;

    public native void mkdirs() throws IOException, InterruptedException;

    public native void deleteRecursive() throws IOException, InterruptedException;

    public native <T> T act(FileCallable<T> callable) throws IOException, InterruptedException;

    public interface FileCallable<T> extends Serializable, RoleSensitive {
        T invoke(File file, VirtualChannel channel) throws IOException, InterruptedException;
    }
}
