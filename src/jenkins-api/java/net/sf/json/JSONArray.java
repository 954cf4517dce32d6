package net.sf.json;

public final class JSONArray implements JSON {
    public static native JSONArray fromObject(Object value);
}
