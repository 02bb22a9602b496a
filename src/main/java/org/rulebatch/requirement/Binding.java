package org.rulebatch.requirement;

/**
 * Where a call's parameter comes from.
 *
 * @param call the read that supplies it
 * @param path the supplying field, from the root of that read's response: {@code Roles[].RoleName}
 */
public record Binding(Call call, String path) {}
