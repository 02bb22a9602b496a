package org.rulebatch.imports.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.rulebatch.imports.format.Table.Row;

/** Excel workbooks: every sheet with a row of headings. Of a formula the value counts that was last computed. */
final class XlsxTables implements Format {

    private static final int MOST_ROWS = 20_000;

    @Override
    public String files() {
        return "an Excel workbook (.xlsx) with a sheet whose headings name a title";
    }

    @Override
    public boolean takes(String fileName) {
        return fileName.matches("(?s)[^~].*\\.(xlsx|xlsm|xls)");
    }

    @Override
    public boolean fits(Source source) {
        TableRules rules = new TableRules(source);
        return tables(source).stream().anyMatch(table -> rules.headings(table).isPresent());
    }

    @Override
    public void read(Source source, ImportLog log) {
        TableRules rules = new TableRules(source);
        for (Table table : tables(source)) {
            if (rules.headings(table).isPresent()) {
                rules.read(table, log);
            } else {
                log.note(source.place() + ": the sheet '" + table.name() + "' has no headings that name a title");
            }
        }
    }

    private static List<Table> tables(Source source) {
        byte[] bytes = source.bytes();
        if (ReadableWorkbook.isOLE2Header(bytes)) {
            throw new UnreadableException(
                    source.place(),
                    "an old .xls, or a workbook with a password",
                    "save it as .xlsx without a password");
        }
        XlsxGuard.check(source);
        List<Table> tables = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                tables.add(table(source, sheet));
            }
        } catch (ExcelReaderException | IOException | IllegalStateException | IndexOutOfBoundsException e) {
            throw new UnreadableException(
                    source.place(), "no workbook that can be read: " + e.getMessage(), "save it again");
        } catch (NumberFormatException e) {
            throw new UnreadableException(source.place(), "a cell has no number where one belongs", "save it again");
        }
        return tables;
    }

    private static Table table(Source source, Sheet sheet) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (Stream<org.dhatim.fastexcel.reader.Row> all = sheet.openStream()) {
            for (org.dhatim.fastexcel.reader.Row row : (Iterable<org.dhatim.fastexcel.reader.Row>) all::iterator) {
                if (rows.size() >= MOST_ROWS) {
                    throw new UnreadableException(source.place(), "more than " + MOST_ROWS + " rows", "split it");
                }
                rows.add(new Row(
                        row.getRowNum(), row.stream().map(XlsxTables::text).toList()));
            }
        }
        return new Table(sheet.getName(), rows);
    }

    private static String text(Cell cell) {
        return cell == null ? "" : cell.getText().strip();
    }
}
