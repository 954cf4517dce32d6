package hudson.plugins.git;

import java.io.Serializable;

public class GitObject implements Serializable {
    private static final long serialVersionUID = 1L;

    GitObject() {}

    public native String getName();
}
