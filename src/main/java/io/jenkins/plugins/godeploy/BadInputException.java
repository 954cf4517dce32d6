package io.jenkins.plugins.godeploy;

/**
 * Something that was asked for cannot be done as asked. The message is one sentence that says what is wrong, where, and
 * what would be right; it is shown to the user without a stack trace. Nothing has been changed when it is thrown.
 */
public final class BadInputException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public BadInputException(String message) {
        super(message);
    }

    public BadInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
