package net.sf.json;

import java.util.AbstractList;

public final class JSONArray extends AbstractList<Object> implements JSON {
    private JSONArray() {}

    public static native JSONArray fromObject(Object object);

    @Override
    public native Object get(int index);

    @Override
    public native int size();
}
