package org.rulebatch.catalog.compile;

/**
 * What a compilation yielded.
 *
 * @param version the models' version, such as {@code botocore 1.43.67}
 * @param services services written
 * @param operations operations of all services, whatever their access class
 * @param reads the operations among them that may appear in a rule
 * @param bytes size of all files written
 */
public record CompileReport(String version, int services, int operations, int reads, long bytes) {

    CompileReport plus(CompiledService service, long written) {
        return new CompileReport(
                version, services + 1, operations + service.operations(), reads + service.reads(), bytes + written);
    }

    CompileReport plus(long written) {
        return new CompileReport(version, services, operations, reads, bytes + written);
    }
}
