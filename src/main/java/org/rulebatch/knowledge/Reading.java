package org.rulebatch.knowledge;

import org.rulebatch.requirement.Call;

/**
 * A place where a datum stands, and what a compliant resource shows there.
 *
 * @param path from the response's root
 */
public record Reading(Call call, String path, Complies complies) {}
