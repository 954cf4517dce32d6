package hudson.model;

public abstract class Label extends Actionable {
    protected Label() {}

    public static native Label parseExpression(String labelExpression);

    public final native boolean matches(Node n);
}
