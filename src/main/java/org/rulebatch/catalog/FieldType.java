package org.rulebatch.catalog;

/** The type of a response field or a parameter, as the service model declares it. */
public enum FieldType {
    STRING,
    INTEGER,
    LONG,
    FLOAT,
    DOUBLE,
    BOOLEAN,
    TIMESTAMP,
    BLOB,
    LIST,
    MAP,
    STRUCTURE,
    /** Free JSON whose members the model does not declare. */
    DOCUMENT;

    static FieldType of(Facts shape) {
        if (shape.flag("document")) {
            return DOCUMENT;
        }
        return switch (shape.text("type")) {
            case "string", "character" -> STRING;
            case "integer" -> INTEGER;
            case "long" -> LONG;
            case "float" -> FLOAT;
            case "double" -> DOUBLE;
            case "boolean" -> BOOLEAN;
            case "timestamp" -> TIMESTAMP;
            case "blob" -> BLOB;
            case "list" -> LIST;
            case "map" -> MAP;
            case "structure" -> STRUCTURE;
            default ->
                throw new CatalogException("Unknown shape type '" + shape.text("type")
                        + "' in the catalog; compile it again with --job=buildCatalog.");
        };
    }

    /** True for values without parts: everything but lists, maps, structures and documents. */
    public boolean isScalar() {
        return switch (this) {
            case LIST, MAP, STRUCTURE, DOCUMENT -> false;
            default -> true;
        };
    }
}
