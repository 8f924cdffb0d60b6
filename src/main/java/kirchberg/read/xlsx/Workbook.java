package kirchberg.read.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kirchberg.read.received.SourceBytes;
import org.jspecify.annotations.Nullable;

/**
 * An opened workbook: its sheets, and what their cells refer to. Parts outside the file and macros are never opened.
 */
final class Workbook implements AutoCloseable {
    private static final String CONTENTS = "xl/workbook.xml";
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";

    /** Longest name of a sheet that is kept, in letters; the format itself allows 31. */
    private static final int NAME = 255;

    /**
     * A sheet of cells.
     *
     * @param part name of the part that holds it
     * @param hidden whether one must look for it, or cannot find it at all
     */
    record Sheet(String name, String part, boolean hidden) {}

    private record Relation(String type, String part) {
        boolean isOf(String kind) {
            return type.endsWith("/" + kind);
        }
    }

    private final Archive archive;
    private final List<Sheet> sheets = new ArrayList<>();
    private final Styles styles;
    private final SharedTexts shared;
    private boolean countsFrom1904;

    /**
     * Copies and opens a workbook.
     *
     * @throws kirchberg.domain.Stop with exit 3 if it is none, or unsafe, broken or too large
     */
    Workbook(SourceBytes bytes) {
        archive = Archive.copied(bytes);
        try {
            if (!archive.has(CONTENTS)) {
                throw Refusals.otherZip(
                        bytes.name(), "this seems to be a zip file, got no part \"" + CONTENTS + "\", expected one");
            }
            var relations = relations();
            readContents(relations);
            styles = styles(part(relations, "styles"));
            shared = new SharedTexts(archive.file(), archive.file());
            readShared(part(relations, "sharedStrings"));
        } catch (RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    List<Sheet> sheets() {
        return sheets;
    }

    /** The rows of a sheet from the first on. */
    SheetRows rows(Sheet sheet) {
        return new SheetRows(archive.xml(sheet.part()), shared, styles, new CellTexts(countsFrom1904));
    }

    @Override
    public void close() {
        archive.close();
    }

    private void readContents(Map<String, Relation> relations) {
        try (var xml = archive.smallXml(CONTENTS)) {
            while (xml.nextChild(1)) {
                switch (xml.element()) {
                    case "workbookPr" -> countsFrom1904 = isTrue(xml.attribute("date1904"));
                    case "sheets" -> readSheets(xml, relations);
                    default -> {}
                }
            }
            xml.finish();
        }
    }

    private void readSheets(PartXml xml, Map<String, Relation> relations) {
        var parts = new HashSet<String>();
        while (xml.nextChild(2)) {
            var name = xml.attribute("name");
            var relation = relations.get(xml.relation() + "");
            if (name == null || relation == null || !parts.add(relation.part())) {
                throw xml.refused("the sheet \"" + name + "\" has no name or no part of its own");
            }
            var isHidden = Set.of("hidden", "veryHidden").contains(xml.attribute("state") + "");
            if (relation.isOf("worksheet")) {
                var shortName = name.substring(0, Math.min(NAME, name.length()));
                sheets.add(new Sheet(shortName, relation.part(), isHidden));
            }
        }
    }

    private Map<String, Relation> relations() {
        var relations = new HashMap<String, Relation>();
        try (var xml = archive.smallXml(RELATIONS)) {
            while (xml.nextChild(1)) {
                var id = xml.attribute("Id");
                var type = xml.attribute("Type");
                var target = xml.attribute("Target");
                var isOutside = "External".equals(xml.attribute("TargetMode"));
                if (id != null && type != null && target != null && !isOutside) {
                    relations.put(id, new Relation(type, absolute(target)));
                }
            }
            xml.finish();
        }
        return relations;
    }

    private static String absolute(String target) {
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }

    private static @Nullable String part(Map<String, Relation> relations, String kind) {
        return relations.values().stream()
                .filter(r -> r.isOf(kind))
                .map(Relation::part)
                .sorted()
                .findFirst()
                .orElse(null);
    }

    private Styles styles(@Nullable String part) {
        if (part == null) {
            return Styles.none();
        }
        try (var xml = archive.xml(part)) {
            return Styles.read(xml);
        }
    }

    private void readShared(@Nullable String part) {
        if (part != null) {
            try (var xml = archive.xml(part)) {
                shared.read(xml);
            }
        }
    }

    private static boolean isTrue(@Nullable String value) {
        return "1".equals(value) || "true".equals(value);
    }
}
