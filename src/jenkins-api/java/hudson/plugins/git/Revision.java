package hudson.plugins.git;

import java.io.Serializable;
import java.util.Collection;

public class Revision implements Serializable {
    private static final long serialVersionUID = 1L;

    private Revision() {}

    public native String getSha1String();

    public native Collection<Branch> getBranches();
}
