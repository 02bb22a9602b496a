package org.rulebatch.metadata;

/**
 * A rule file that cannot be used; it is reported and counted, never dropped.
 *
 * @param service the folder it stands in
 * @param ruleId the id it states, or the file's name where it states none
 * @param file the file, as given by the rules folder
 * @param line 1-based
 */
public record InvalidRule(String service, String ruleId, String file, int line, String reason) {}
