package net.sf.json;

public final class JSONObject implements JSON {
    public static native JSONObject fromObject(Object object);

    public native boolean has(String key);

    public native Object get(Object key);

    public native Object remove(Object key);
}
