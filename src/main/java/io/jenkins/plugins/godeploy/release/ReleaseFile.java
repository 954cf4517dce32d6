package io.jenkins.plugins.godeploy.release;

import java.io.Serializable;

/**
 * One file of a release as it lies in {@code releases/<id>/} on a host.
 *
 * @param path relative, {@code /} as separator, no {@code ..}
 * @param mode permission bits in octal, four digits, such as {@code 0755}
 * @param size in bytes
 * @param sha256 of its content, 64 hex digits in lower case
 */
public record ReleaseFile(String path, String mode, long size, String sha256) implements Serializable {}
