package org.rulebatch.engine;

/**
 * Why a check could not be decided somewhere.
 *
 * @param discovery its id
 * @param operation {@code s3.get_bucket_versioning}; empty where no call is to blame
 */
public record CheckError(String ruleId, String discovery, String operation, ErrorType type, String message) {}
