package jenkins.model;

import hudson.model.Computer;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import java.io.File;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;

public class Jenkins implements AccessControlled, ItemGroup<Item> {
    public static final Permission ADMINISTER = null;
    public static final Permission READ = null;
    public static final Permission SYSTEM_READ = null;

    public static final Authentication ANONYMOUS2 = null;

    protected Jenkins() {}

    public static native Jenkins get();

    public native <T extends Item> T getItemByFullName(String fullName, Class<T> type) throws AccessDeniedException;

    public static native Authentication getAuthentication2();

    public final native <T extends Item> T getItem(String pathName, Item context, Class<T> type);

    public native boolean isTerminating();

    public native Computer[] getComputers();

    public native File getRootDir();

    public native String getRootUrl();
}
