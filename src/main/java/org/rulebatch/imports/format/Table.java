package org.rulebatch.imports.format;

import java.util.List;
import java.util.Map;

/**
 * Rows of cells, as they stand in a sheet; a row may be shorter than others.
 *
 * @param name the sheet's, for messages; empty for CSV
 * @param rows each with the number that it has in the file, counted from 1
 */
public record Table(String name, List<Row> rows) {

    /** A row. */
    public record Row(long number, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        /** Empty where the row ends before it. */
        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        boolean isEmpty() {
            return cells.stream().allMatch(String::isEmpty);
        }
    }

    /**
     * How people want their tables read.
     *
     * @param columns key of a rule to the name of the column that holds it, as people gave it
     * @param service of all rows that name none; may be empty
     * @param framework stands before the ids, under {@code compliance}; may be empty
     */
    public record Options(Map<String, String> columns, String service, String framework) {

        /** Columns are found by well-known names. */
        public static final Options NONE = new Options(Map.of(), "", "");

        public Options {
            columns = Map.copyOf(columns);
        }
    }

    public Table {
        rows = List.copyOf(rows);
    }
}
