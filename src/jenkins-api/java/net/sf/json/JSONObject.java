package net.sf.json;

public final class JSONObject implements JSON {
    public native boolean has(String key);

    public native Object get(Object key);

    public native JSONObject element(String key, Object value);
}
