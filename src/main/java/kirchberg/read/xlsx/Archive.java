package kirchberg.read.xlsx;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import kirchberg.read.received.Limits;
import kirchberg.read.received.SourceBytes;

/** A private copy of a zip file whose every part was unpacked once, and is what the directory says. */
final class Archive implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;
    private static final long SMALL = 16L * 1024 * 1024;

    private final String fileName;
    private final PrivateFile copy;
    private final Map<String, ZipDirectory.Part> parts;
    private final List<PrivateFile> files = new ArrayList<>();

    private Archive(String fileName, PrivateFile copy) {
        this.fileName = fileName;
        this.copy = copy;
        this.parts = ZipDirectory.parts(copy, fileName);
        files.add(copy);
    }

    /**
     * Copies the bytes while they are hashed, so that what is parsed is what was hashed, and looks through all parts.
     *
     * @throws kirchberg.domain.Stop LIMIT, TRUNCATED, UNSAFE_ZIP, or NOT_THIS_FORMAT if it is encrypted
     */
    static Archive copied(SourceBytes bytes) {
        var file = new PrivateFile(bytes.name());
        try {
            copy(bytes, file);
            var archive = new Archive(bytes.name(), file);
            archive.unpackOnce();
            return archive;
        } catch (IOException e) {
            file.close();
            throw Refusals.disk(bytes.name(), e);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static void copy(SourceBytes bytes, PrivateFile file) throws IOException {
        var buffer = new byte[BUFFER];
        var input = bytes.rest();
        for (var count = input.read(buffer); count >= 0; count = input.read(buffer)) {
            file.append(buffer, 0, count);
            if (file.size() > Limits.PACKED_WORKBOOK) {
                throw Refusals.limit(bytes.name(), "more bytes than that", Limits.PACKED_WORKBOOK);
            }
        }
        file.flush();
    }

    boolean has(String part) {
        return parts.containsKey(part.toLowerCase(Locale.ROOT));
    }

    /** The XML of a part, which must be there. */
    PartXml xml(String name) {
        var part = part(name);
        return new PartXml(unpacked(part, new Inflater(true), true), fileName + "!" + name);
    }

    /** The XML of a part whose contents are kept in memory. */
    PartXml smallXml(String name) {
        if (part(name).unpacked() > SMALL) {
            throw Refusals.limit(fileName + "!" + name, part(name).unpacked() + " bytes", SMALL);
        }
        return xml(name);
    }

    /** A new private file that is gone once this archive is closed. */
    PrivateFile file() {
        var added = new PrivateFile(fileName);
        files.add(added);
        return added;
    }

    @Override
    public void close() {
        files.forEach(PrivateFile::close);
    }

    private ZipDirectory.Part part(String name) {
        var part = parts.get(name.toLowerCase(Locale.ROOT));
        if (part == null) {
            throw Refusals.notAWorkbook(fileName, "got no part \"" + name + "\", expected one");
        }
        return part;
    }

    private InputStream unpacked(ZipDirectory.Part part, Inflater inflater, boolean ends) {
        var packed = copy.between(part.start(), part.start() + part.packed());
        if (!part.deflated()) {
            return packed;
        }
        return new InflaterInputStream(packed, inflater, BUFFER / 8) {
            @Override
            public void close() {
                if (ends) {
                    inflater.end();
                }
            }
        };
    }

    private void unpackOnce() throws IOException {
        var left = Limits.UNPACKED_WORKBOOK;
        var inflater = new Inflater(true);
        try {
            for (var part : parts.values()) {
                inflater.reset();
                left -= length(part, inflater, left);
            }
        } finally {
            inflater.end();
        }
    }

    private long length(ZipDirectory.Part part, Inflater inflater, long left) throws IOException {
        try {
            var input = unpacked(part, inflater, false);
            var crc = new CRC32();
            var length = 0L;
            var buffer = new byte[BUFFER];
            for (var count = input.read(buffer); count >= 0; count = input.read(buffer)) {
                crc.update(buffer, 0, count);
                length += count;
                if (length > left) {
                    throw Refusals.bomb(fileName, Limits.UNPACKED_WORKBOOK);
                }
            }
            requireStated(part, length, crc.getValue());
            requireAllUsed(part, inflater);
            return length;
        } catch (EOFException | ZipException e) {
            throw Refusals.truncated(fileName, "the part \"" + part.name() + "\" is damaged: " + e.getMessage());
        }
    }

    private void requireStated(ZipDirectory.Part part, long length, long crc) {
        if (crc != part.crc()) {
            throw Refusals.truncated(
                    fileName,
                    "the part \"" + part.name() + "\" is damaged, got checksum "
                            + HexFormat.of().toHexDigits(crc, 8) + ", expected "
                            + HexFormat.of().toHexDigits(part.crc(), 8));
        }
        if (length != part.unpacked()) {
            throw Refusals.unsafe(
                    fileName,
                    "the part \"" + part.name() + "\" is not what is stated, got " + length
                            + " unpacked bytes, expected " + part.unpacked());
        }
    }

    private void requireAllUsed(ZipDirectory.Part part, Inflater inflater) {
        if (part.deflated() && inflater.getBytesRead() != part.packed()) {
            throw Refusals.unsafe(fileName, "bytes are hidden behind the part \"" + part.name() + "\"");
        }
    }
}
