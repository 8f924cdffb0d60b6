package kirchberg.read.xlsx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import kirchberg.read.received.Limits;

/**
 * The parts of a zip file, read from its directory and confirmed by the header before each part. No other byte may lie
 * between them, so that there is one reading of the file only. The layout is that of APPNOTE.TXT 6.3.10 of PKWARE.
 */
final class ZipDirectory {
    /**
     * A part as both places describe it.
     *
     * @param start position of its first packed byte
     * @param packed length in the file, in bytes
     * @param unpacked length that is stated, in bytes
     * @param crc checksum of the unpacked bytes
     * @param deflated whether it is compressed
     */
    record Part(String name, long start, long packed, long unpacked, long crc, boolean deflated) {}

    /** A part as the directory describes it, its name with a letter for each byte. */
    private record Entry(ByteBuffer bytes, String name, long packed, long unpacked, long offset) {
        boolean isEncrypted() {
            return (bytes.getShort(8) & 1) != 0;
        }

        boolean hasDescriptor() {
            return (bytes.getShort(8) & 8) != 0;
        }

        short method() {
            return bytes.getShort(10);
        }
    }

    private record End(long count, long offset, long size) {}

    private static final int LOCAL = 0x04034B50;
    private static final int CENTRAL = 0x02014B50;
    private static final int END = 0x06054B50;
    private static final int WIDE_END = 0x06064B50;
    private static final long WIDE = 0xFFFF_FFFFL;
    private static final int DIRECTORY = 4 * 1024 * 1024;

    /** Lengths that a checksum written behind a part may have: 4 or 8 bytes a length, with and without a signature. */
    private static final Set<Long> DESCRIPTORS = Set.of(0L, 12L, 16L, 20L, 24L);

    private static final Pattern LEAVES_THE_FOLDER =
            Pattern.compile("^[/\\\\]|^[A-Za-z]:|(^|[/\\\\])[.][.]([/\\\\]|$)|[\\x00-\\x1F]");

    private final PrivateFile file;
    private final String fileName;

    private ZipDirectory(PrivateFile file, String fileName) {
        this.file = file;
        this.fileName = fileName;
    }

    /**
     * The parts by their names in lower case.
     *
     * @throws kirchberg.domain.Stop TRUNCATED, UNSAFE_ZIP, LIMIT, or NOT_THIS_FORMAT if a part is encrypted
     */
    static Map<String, Part> parts(PrivateFile file, String fileName) {
        var directory = new ZipDirectory(file, fileName);
        var end = directory.end();
        var entries = directory.entries(end);
        entries.sort(Comparator.comparingLong(Entry::offset));
        return directory.confirmed(entries, end.offset());
    }

    private End end() {
        var tail = Math.max(0, file.size() - 22 - 65_535);
        var bytes = buffer(tail, file.size() - tail);
        for (var at = bytes.limit() - 22; at >= 0; at--) {
            if (bytes.getInt(at) == END && at + 22 + (bytes.getShort(at + 20) & 0xFFFF) == bytes.limit()) {
                return end(tail + at, bytes.slice(at, 22).order(ByteOrder.LITTLE_ENDIAN));
            }
        }
        throw Refusals.truncated(fileName, "the file is cut off, got no directory at its end, expected that of a zip");
    }

    private End end(long position, ByteBuffer bytes) {
        var found = new End(bytes.getShort(10) & 0xFFFF, bytes.getInt(16) & WIDE, bytes.getInt(12) & WIDE);
        var wide = buffer(position - 76, 56);
        if (position >= 76 && wide.getInt(0) == WIDE_END && wide.getLong(48) + wide.getLong(40) == position - 76) {
            return new End(wide.getLong(32), wide.getLong(48), wide.getLong(40));
        }
        require(
                bytes.getInt(4) == 0 && found.offset() + found.size() == position,
                "its directory is not where it ends");
        return found;
    }

    private List<Entry> entries(End end) {
        if (end.size() > DIRECTORY || end.count() > Limits.WORKBOOK_PARTS) {
            throw Refusals.limit(fileName, end.count() + " parts in " + end.size() + " bytes", Limits.WORKBOOK_PARTS);
        }
        var bytes = buffer(end.offset(), end.size());
        var entries = new ArrayList<Entry>();
        var at = 0;
        while (at < bytes.limit()) {
            require(bytes.limit() - at >= 46 && bytes.getInt(at) == CENTRAL, "its directory is broken");
            var length = 46 + word(bytes, at + 28) + word(bytes, at + 30) + word(bytes, at + 32);
            require(length <= bytes.limit() - at, "its directory is broken");
            entries.add(entry(bytes.slice(at, length).order(ByteOrder.LITTLE_ENDIAN)));
            at += length;
        }
        require(entries.size() == end.count(), "got " + entries.size() + " parts, expected " + end.count());
        return entries;
    }

    private Entry entry(ByteBuffer bytes) {
        var name = new byte[word(bytes, 28)];
        bytes.get(46, name);
        var latin = new String(name, StandardCharsets.ISO_8859_1);
        var wide = wideLengths(bytes, 46 + name.length, word(bytes, 30));
        var unpacked = wide(bytes.getInt(24), wide);
        var packed = wide(bytes.getInt(20), wide);
        return new Entry(bytes, latin, packed, unpacked, wide(bytes.getInt(42), wide));
    }

    private static ByteBuffer wideLengths(ByteBuffer bytes, int from, int length) {
        var at = from;
        while (at + 4 <= from + length) {
            var size = Math.min(word(bytes, at + 2), from + length - at - 4);
            if (word(bytes, at) == 1) {
                return bytes.slice(at + 4, size).order(ByteOrder.LITTLE_ENDIAN);
            }
            at += 4 + size;
        }
        return ByteBuffer.allocate(0);
    }

    private static long wide(int narrow, ByteBuffer wide) {
        var value = narrow & WIDE;
        return value == WIDE && wide.remaining() >= 8 ? wide.getLong() : value;
    }

    private Map<String, Part> confirmed(List<Entry> entries, long end) {
        var parts = new LinkedHashMap<String, Part>();
        for (var index = 0; index < entries.size(); index++) {
            var next = index + 1 < entries.size() ? entries.get(index + 1).offset() : end;
            var part = confirmed(entries.get(index), next);
            require(
                    parts.putIfAbsent(part.name().toLowerCase(Locale.ROOT), part) == null,
                    "the part \"" + part.name() + "\" comes twice");
        }
        require(entries.isEmpty() || entries.get(0).offset() == 0, "it does not begin with a listed part");
        return parts;
    }

    private Part confirmed(Entry entry, long next) {
        var name = new String(entry.name().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        require(
                !LEAVES_THE_FOLDER.matcher(name).find(),
                "the part \"" + name.replaceAll("\\p{Cntrl}", "\uFFFD") + "\" leaves the folder");
        if (entry.isEncrypted()) {
            throw Refusals.locked(fileName);
        }
        require(entry.method() == 0 || entry.method() == 8, "the part \"" + name + "\" is packed in a rare way");
        var start = start(entry, name);
        require(
                entry.hasDescriptor()
                        ? DESCRIPTORS.contains(next - start - entry.packed())
                        : next == start + entry.packed(),
                "bytes that belong to no listed part follow \"" + name + "\"");
        var crc = entry.bytes().getInt(16) & WIDE;
        return new Part(name, start, entry.packed(), entry.unpacked(), crc, entry.method() == 8);
    }

    private long start(Entry entry, String name) {
        var header = buffer(entry.offset(), 30);
        var sound = header.limit() == 30 && header.getInt(0) == LOCAL && header.getShort(8) == entry.method();
        var found = sound ? file.bytes(entry.offset() + 30, word(header, 26)) : new byte[0];
        var packed = sound ? header.getInt(18) & WIDE : 0;
        require(
                sound
                        && new String(found, StandardCharsets.ISO_8859_1).equals(entry.name())
                        && (entry.hasDescriptor() || packed == WIDE || packed == entry.packed()),
                "the part \"" + name + "\" is described in two ways");
        return entry.offset() + 30 + found.length + word(header, 28);
    }

    private ByteBuffer buffer(long from, long count) {
        return ByteBuffer.wrap(from < 0 ? new byte[(int) count] : file.bytes(from, count))
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int word(ByteBuffer bytes, int at) {
        return bytes.getShort(at) & 0xFFFF;
    }

    private void require(boolean sound, String why) {
        if (!sound) {
            throw Refusals.unsafe(fileName, "the zip is not sound: " + why);
        }
    }
}
