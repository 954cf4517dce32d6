package hudson;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

public abstract class Launcher {
    protected Launcher() {}

    public native ProcStarter launch();

    public native boolean isUnix();

    public final class ProcStarter {
        ProcStarter() {}

        public native ProcStarter cmds(List<String> command);

        public native ProcStarter quiet(boolean quiet);

        public native ProcStarter pwd(FilePath directory);

        public native ProcStarter stdout(OutputStream out);

        public native ProcStarter stderr(OutputStream err);

        public native ProcStarter envs(Map<String, String> environment);

        public native Proc start() throws IOException;
    }
}
