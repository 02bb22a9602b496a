package org.rulebatch.catalog.compile;

import java.util.Map;

/** The facts kept of one service, ready to be written. */
record CompiledService(String client, String serviceId, int operations, int reads, Map<String, Object> facts) {}
