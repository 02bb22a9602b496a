package org.rulebatch.imports.format;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.rulebatch.imports.format.Table.Row;

/** CSV with a row of headings, separated by commas, semicolons, tabs or bars, in any encoding that spreadsheets save. */
final class CsvTables implements Format {

    private static final int MOST_BYTES = 16 << 20;
    private static final int MOST_ROWS = 20_000;
    private static final int MOST_COLUMNS = 500;
    private static final String SEPARATORS = ",;\t|";

    @Override
    public String files() {
        return "a CSV file whose headings name a title";
    }

    @Override
    public boolean takes(String fileName) {
        return fileName.matches("(?s).*\\.(csv|tsv)");
    }

    @Override
    public boolean fits(Source source) {
        return new TableRules(source).headings(table(source)).isPresent();
    }

    @Override
    public void read(Source source, ImportLog log) {
        new TableRules(source).read(table(source), log);
    }

    private static Table table(Source source) {
        if (source.bytes().length > MOST_BYTES) {
            throw new UnreadableException(source.place(), "larger than " + (MOST_BYTES >> 20) + " MiB", "split it");
        }
        String text = source.text();
        List<Row> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator(text))
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            for (CsvRecord each : csv) {
                if (rows.size() >= MOST_ROWS || each.getFieldCount() > MOST_COLUMNS) {
                    throw new UnreadableException(
                            source.place() + ":" + each.getStartingLineNumber(),
                            "more than " + MOST_ROWS + " rows or " + MOST_COLUMNS + " columns",
                            "split it");
                }
                rows.add(new Row(each.getStartingLineNumber(), each.getFields()));
            }
        } catch (CsvParseException e) {
            throw new UnreadableException(
                    source.place(), "no CSV that can be read: " + e.getMessage(), "save it again");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Table("", rows);
    }

    /** The one that stands most often in the first line that has any; a comma where none does. */
    private static char separator(String text) {
        for (String line : text.lines().limit(Columns.DEEPEST_HEADING).toList()) {
            char best = ',';
            long most = 0;
            for (char each : SEPARATORS.toCharArray()) {
                long count = line.chars().filter(c -> c == each).count();
                if (count > most) {
                    most = count;
                    best = each;
                }
            }
            if (most > 0) {
                return best;
            }
        }
        return ',';
    }
}
