package org.rulebatch.imports.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes small workbooks, and such as nobody should be sent. */
final class Workbook {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, String> parts = new LinkedHashMap<>();

    /** A workbook of one sheet. */
    static Workbook of(String rows) {
        Workbook book = new Workbook();
        String spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        book.parts.put(
                "[Content_Types].xml",
                "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                        + "<Override PartName='/xl/workbook.xml' ContentType='" + spreadsheet + "sheet.main+xml'/>"
                        + "<Override PartName='/xl/sharedStrings.xml' ContentType='" + spreadsheet
                        + "sharedStrings+xml'/></Types>");
        book.parts.put(
                "xl/workbook.xml",
                "<workbook xmlns='" + MAIN + "' xmlns:r='" + RELATIONS
                        + "'><sheets><sheet name='Ours' sheetId='1' r:id='rId1'/></sheets></workbook>");
        book.parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                        + "<Relationship Id='rId1' Type='x' Target='worksheets/sheet1.xml'/></Relationships>");
        book.parts.put("xl/sharedStrings.xml", "<sst xmlns='" + MAIN + "'><si><t>Shared text</t></si></sst>");
        book.parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns='" + MAIN + "'><sheetData>" + rows + "</sheetData></worksheet>");
        return book;
    }

    Workbook with(String name, String text) {
        parts.put(name, text);
        return this;
    }

    /** A row of texts. */
    static String row(int number, String... texts) {
        StringBuilder row = new StringBuilder("<row r='" + number + "'>");
        for (int i = 0; i < texts.length; i++) {
            row.append("<c r='").append((char) ('A' + i)).append(number).append("' t='inlineStr'><is><t>");
            row.append(texts[i]).append("</t></is></c>");
        }
        return row.append("</row>").toString();
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
