package org.rulebatch.cli;

import org.rulebatch.catalog.Catalog;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: the program's version and that of the API models it knows. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        String program = version == null ? "development" : version;
        return new String[] {
            "rule-batch " + program, "catalog " + Catalog.bundled().version()
        };
    }
}
