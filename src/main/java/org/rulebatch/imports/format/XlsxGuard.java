package org.rulebatch.imports.format;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Looks through a workbook before it is read: what it unpacks to, cells outside of any sheet and numbers of shared texts that do not
 * exist would each take all memory.
 */
final class XlsxGuard {

    private static final long MOST_UNPACKED = 64L << 20;
    private static final int MOST_ENTRIES = 2_000;
    private static final int LOOKED_AT = 16;

    /** A sheet ends with column XFD; nobody has 1,000 columns of controls. */
    private static final Pattern ADDRESS = Pattern.compile("[A-Z]{1,2}[0-9]{1,7}");

    private final Source source;
    private long unpacked;
    private int texts;
    private int highest = -1;

    private XlsxGuard(Source source) {
        this.source = source;
    }

    /** @throws UnreadableException if the workbook must not be read */
    static void check(Source source) {
        XlsxGuard guard = new XlsxGuard(source);
        try {
            guard.walk();
        } catch (IOException | XMLStreamException e) {
            throw guard.fault("no workbook that can be read: " + e.getMessage(), "save it again");
        }
        if (guard.highest >= Math.max(guard.texts, 1)) {
            throw guard.fault("a cell refers to a text that is not there", "save it again");
        }
    }

    private void walk() throws IOException, XMLStreamException {
        XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        int entries = 0;
        try (ZipFile zip = ZipFile.builder().setByteArray(source.bytes()).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (++entries > MOST_ENTRIES) {
                    throw fault("more than " + MOST_ENTRIES + " parts", "save it again");
                }
                part(entry, new Counted(zip.getInputStream(entry)), xml);
            }
        }
    }

    /** The reader takes a part for a sheet whatever its name is, so each that is XML is looked at. */
    private void part(ZipArchiveEntry entry, InputStream counted, XMLInputFactory xml)
            throws IOException, XMLStreamException {
        try (BufferedInputStream in = new BufferedInputStream(counted)) {
            in.mark(LOOKED_AT);
            String start = new String(in.readNBytes(LOOKED_AT), StandardCharsets.ISO_8859_1);
            in.reset();
            if (start.contains("<") && !entry.getName().endsWith(".vml")) {
                part(xml.createXMLStreamReader(in));
            } else {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    private void part(XMLStreamReader xml) throws XMLStreamException {
        boolean isText = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.DTD) {
                throw fault("it has a document type, which no workbook needs", "save it again");
            }
            if (event != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("si")) {
                texts++;
            } else if (xml.getLocalName().equals("c")) {
                String address = xml.getAttributeValue(null, "r");
                if (address != null && !ADDRESS.matcher(address).matches()) {
                    throw fault("a cell is at '" + address + "'", "a table of controls has fewer columns");
                }
                isText = "s".equals(xml.getAttributeValue(null, "t"));
            } else if (xml.getLocalName().equals("v") && isText) {
                highest = Math.max(highest, index(xml.getElementText().strip()));
            }
        }
    }

    private int index(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw fault("a cell refers to the text '" + text + "'", "save it again");
        }
        return Integer.parseInt(text);
    }

    private UnreadableException fault(String reason, String hint) {
        return new UnreadableException(source.place(), reason, hint);
    }

    /** Stops once all parts together have unpacked to too much. */
    private final class Counted extends FilterInputStream {

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            return counted(read < 0 ? 0 : 1, read);
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int read = super.read(target, from, length);
            return counted(Math.max(read, 0), read);
        }

        private int counted(int bytes, int result) {
            unpacked += bytes;
            if (unpacked > MOST_UNPACKED) {
                throw fault("it unpacks to more than " + (MOST_UNPACKED >> 20) + " MiB", "split it");
            }
            return result;
        }
    }
}
